"""Feature: values bound to the text of an INSERT or UPDATE, by position, by name, in rows, in one that is put together.
How we carry it: the statement says which column each placeholder fills; a value that says nothing itself is what its column says, and what a WHERE compares is not stored.
What is approximated: a statement of which only the beginning is known binds everything as it is; values put into the text itself are all written.
"""

import sqlite3

import psycopg2
import psycopg2.extras
from psycopg2 import sql

ADD = "INSERT INTO customers (email, plan) VALUES (%s, %s)"


def named_by_the_column(value, other):
    db = sqlite3.connect("shop.db")
    db.execute("INSERT INTO customers (email, plan) VALUES (?, ?)", (value, other))  # expect: PUR301 identity.email
    db.execute("INSERT INTO customers (plan, email) VALUES (?, ?)", ("basic", other))  # expect: PUR301 identity.email
    db.execute("INSERT INTO customers (plan) VALUES (?)", (value,))
    db.execute("UPDATE customers SET phone_number = ? WHERE id = ?", (value, other))  # expect: PUR301 identity.phone
    db.execute("UPDATE customers SET plan = :plan WHERE phone_number = :number", {"plan": value, "number": other})


def named_by_the_table(value):
    db = sqlite3.connect("shop.db")
    db.execute("INSERT INTO customers (name) VALUES (?)", (value,))  # expect: PUR301 identity.name
    db.execute("INSERT INTO plans (name) VALUES (?)", (value,))
    db.execute("INSERT INTO templates (email_subject) VALUES (?)", (value,))


def looked_up(user):
    with psycopg2.connect("dbname=shop").cursor() as cursor:
        cursor.execute("UPDATE customers SET plan = %s WHERE email = %s", (user.plan, user.email))
        cursor.execute("UPDATE customers SET email = %s WHERE id = %s", (user.email, user.id))  # expect: PUR301 identity.email
        cursor.execute("UPDATE customers SET seen = 1 WHERE email = %(mail)s", {"mail": user.email})
        cursor.execute("UPDATE customers SET email = %(mail)s WHERE email = %(mail)s", {"mail": user.email})  # expect: PUR301 identity.email
        cursor.execute("UPDATE customers SET plan = (SELECT plan FROM plans WHERE owner = %s)", (user.email,))


def whole_rows(users):
    with psycopg2.connect("dbname=shop").cursor() as cursor:
        cursor.executemany(ADD, [(user.email, user.plan) for user in users])  # expect: PUR301 identity.email
        psycopg2.extras.execute_values(cursor, "INSERT INTO customers (email) VALUES %s", [(user.email,) for user in users])  # expect: PUR301 identity.email
        psycopg2.extras.execute_batch(cursor, "UPDATE customers SET plan = %s WHERE email = %s", [(user.plan, user.email) for user in users])


def put_together(user, table):
    with psycopg2.connect("dbname=shop").cursor() as cursor:
        cursor.execute(sql.SQL("INSERT INTO {} (email) VALUES (%s)").format(sql.Identifier(table)), [user.email])  # expect: PUR301 identity.email
        cursor.execute(sql.SQL("UPDATE {} SET seen = 1 WHERE email = %s").format(sql.Identifier(table)), [user.email])


def added_or_changed(user, plan):
    db = sqlite3.connect("shop.db")
    db.execute("INSERT INTO jobs (plan) VALUES (?) ON CONFLICT (plan) DO UPDATE SET owner = ?", (plan, user.email))  # expect: PUR301 identity.email
    db.execute("INSERT INTO jobs (plan) SELECT plan FROM customers WHERE email = ?", (user.email,))
    db.execute("SELECT plan FROM customers WHERE email = ?", (user.email,))


def guarded(user, counted):
    db = sqlite3.connect("shop.db")
    db.execute("INSERT INTO customers (email) VALUES (?)", (len(user.email),))
    db.execute("INSERT INTO customers (email) VALUES (?)", ("desk@example.org",))


def statement_for(table, names):
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES (?, ?)"


def looking_for(table):
    return f"SELECT id FROM {table} WHERE mail = ?"


def with_a_helpers_statement(user, table):
    db = sqlite3.connect("shop.db")
    db.execute(statement_for(table, ["mail", "plan"]), (user.email, user.plan))  # expect: PUR301 identity.email
    db.execute(looking_for(table), (user.email,))
