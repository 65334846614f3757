"""What survives a restart: the books, the facts, the company file and who leads a floor, in PostgreSQL.

SQLAlchemy Core describes the tables and builds the statements; psycopg carries them. What a record means is
the model's business: here it is a JSON document with some of its values as columns.
"""
