"""The call centre in containers, as docker-compose.yml has it, with the face of the embedded one.

It needs a Docker engine on this machine, and root: containers are broken by their process ids, and looked
into by the folders of their volumes, as processes of this machine are.
"""
