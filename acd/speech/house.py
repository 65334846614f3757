"""What the house itself says, to agents who dial a feature code; in the languages the product speaks."""

from acd.model.ids import PromptId
from acd.model.policy import Prompt

FALLBACK_LANGUAGE = "en"

TEXTS: dict[str, dict[str, str]] = {
    "en": {
        "ask_pin": "Please enter your PIN, then the hash key.",
        "wrong_pin": "That is not right.",
        "logged_in": "You are logged in, and not ready yet.",
        "desk_taken": "You are logged in, and not ready yet. Whoever was logged in here is logged out.",
        "logged_out": "You are logged out.",
        "ready": "You are ready for calls.",
        "not_ready": "You get no calls now.",
        "wrap_up_ended": "Wrap-up ended.",
        "absent": "Your absence is noted. Substitutes take your calls.",
        "call_again": "You have this customer called again.",
        "ask_time": "At what time? Hour and minute; for another day its day and month, too. Then hash.",
        "time_unknown": "There is no such time.",
        "called_at": "The customer is called at",
        "confirm_time": "To call yourself, press 1. If anybody may call, 2. For another time, 3.",
        "called_again": "It is noted.",
        "no_customer": "There is no customer whom you have talked to lately.",
        "not_called": "This customer's number cannot be called.",
        "not_then": "The customer cannot be called then.",
        "refused": "That is not possible now.",
        "unavailable": "The call centre does not answer. Please try again in a moment.",
    },
    "de": {
        "ask_pin": "Bitte geben Sie Ihre PIN ein, dann die Rautetaste.",
        "wrong_pin": "Das stimmt nicht.",
        "logged_in": "Sie sind angemeldet, aber noch nicht bereit.",
        "desk_taken": "Sie sind angemeldet, aber noch nicht bereit. Wer hier angemeldet war, ist abgemeldet.",
        "logged_out": "Sie sind abgemeldet.",
        "ready": "Sie sind bereit für Anrufe.",
        "not_ready": "Sie erhalten jetzt keine Anrufe.",
        "wrap_up_ended": "Nachbearbeitung beendet.",
        "absent": "Ihre Abwesenheit ist eingetragen. Ihre Vertretung übernimmt.",
        "call_again": "Dieser Kunde wird wieder angerufen.",
        "ask_time": "Wann? Stunde und Minute; für einen anderen Tag auch Tag und Monat. Dann Raute.",
        "time_unknown": "Diese Zeit gibt es nicht.",
        "called_at": "Der Kunde wird angerufen um",
        "confirm_time": "Rufen Sie selbst an, drücken Sie 1. Darf es jeder, 2. Für eine andere Zeit 3.",
        "called_again": "Es ist eingetragen.",
        "no_customer": "Sie haben in letzter Zeit mit keinem Kunden gesprochen.",
        "not_called": "Die Nummer dieses Kunden kann nicht angerufen werden.",
        "not_then": "Der Kunde kann zu dieser Zeit nicht angerufen werden.",
        "refused": "Das ist jetzt nicht möglich.",
        "unavailable": "Die Anrufverteilung antwortet nicht. Bitte versuchen Sie es gleich noch einmal.",
    },
    "hu": {
        "ask_pin": "Kérem, adja meg a PIN-kódját, majd nyomja meg a kettőskeresztet.",
        "wrong_pin": "Ez nem jó.",
        "logged_in": "Bejelentkezett, de még nem fogad hívást.",
        "desk_taken": "Bejelentkezett, de még nem fogad hívást. Aki eddig itt volt, kijelentkezett.",
        "logged_out": "Kijelentkezett.",
        "ready": "Hívásokat fogad.",
        "not_ready": "Most nem kap hívást.",
        "wrap_up_ended": "Az utómunka véget ért.",
        "absent": "A távollétét feljegyeztük. A helyettese veszi át a hívásait.",
        "call_again": "Ezt az ügyfelet újra felhívjuk.",
        "ask_time": "Mikor? Óra és perc; más napra a nap és a hónap is. Majd kettőskereszt.",
        "time_unknown": "Ilyen időpont nincs.",
        "called_at": "Az ügyfelet ekkor hívjuk:",
        "confirm_time": "Ha ön hívja, nyomja meg az egyest; ha bárki, a kettest; más időponthoz a hármast.",
        "called_again": "Feljegyeztük.",
        "no_customer": "Az utóbbi időben nem beszélt ügyféllel.",
        "not_called": "Ennek az ügyfélnek a száma nem hívható.",
        "not_then": "Az ügyfél ekkor nem hívható.",
        "refused": "Ez most nem lehetséges.",
        "unavailable": "A hívásközpont nem válaszol. Kérem, próbálja meg kicsit később.",
    },
    "zh": {
        "ask_pin": "请输入您的密码,然后按井号键。",
        "wrong_pin": "密码不正确。",
        "logged_in": "您已登录,尚未就绪。",
        "desk_taken": "您已登录,尚未就绪。之前在此登录的人已退出。",
        "logged_out": "您已退出。",
        "ready": "您已就绪,可以接听来电。",
        "not_ready": "您现在不会接到来电。",
        "wrap_up_ended": "话后处理已结束。",
        "absent": "您的缺勤已登记,由代理人接听。",
        "call_again": "将再次致电这位客户。",
        "ask_time": "请输入时间:小时和分钟;如为其他日期,再输入日和月。然后按井号键。",
        "time_unknown": "没有这个时间。",
        "called_at": "致电客户的时间是",
        "confirm_time": "由您本人致电请按1,任何人均可请按2,更改时间请按3。",
        "called_again": "已登记。",
        "no_customer": "您最近没有与客户通话。",
        "not_called": "无法拨打该客户的号码。",
        "not_then": "该时间无法致电客户。",
        "refused": "现在无法这样做。",
        "unavailable": "呼叫中心没有响应,请稍后再试。",
    },
}  # fmt: skip


DIGITS = {f"digit_{digit}": str(digit) for digit in range(10)}
"""Written the same in all of them."""


def house_prompts(language: str) -> dict[PromptId, Prompt]:
    """What the house says, in the language; in English if it is not spoken here. By the names in `TEXTS`."""
    spoken = language if language in TEXTS else FALLBACK_LANGUAGE
    return {
        PromptId(name): Prompt(id=PromptId(name), text=text, language=spoken)
        for name, text in (TEXTS[spoken] | DIGITS).items()
    }
