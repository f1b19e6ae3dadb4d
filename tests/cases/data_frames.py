"""Feature: columns of data frames and rows of files by name: `df["email"]`, `df.loc[:, ["email", "phone"]]`, `pl.col("email")`.
How we carry it: a column is what its name says, in lists and pairs of an index too, and what the code puts in it; entries say which methods hand on which columns, show them, or only count.
What is approximated: a frame of unknown columns is nobody's, whatever file it was read from; a column named by a variable is known only if the function knows its text; renamed columns are known as a whole.
"""

import csv
import logging

import pandas as pd
import polars as pl
import requests

log = logging.getLogger(__name__)
SHOWN = ["plan", "email"]


def whole_frames(path):
    df = pd.read_csv(path)
    log.info(df)
    log.info(df.head())
    log.info("%s %s", df.shape, df.columns.tolist())
    df.to_csv("copy.csv")
    log.info(pl.read_csv(path))


def columns(path, i):
    df = pd.read_csv(path)
    log.info(df["email"])  # expect: PUR101 identity.email
    log.info(df.email)  # expect: PUR101 identity.email
    log.info(df[["plan", "email"]])  # expect: PUR101 identity.email
    log.info(df[SHOWN])  # expect: PUR101 identity.email
    log.info(df.loc[0, "email"])  # expect: PUR101 identity.email
    log.info(df.loc[:, ["email", "phone"]])  # expect: PUR101 identity.email; PUR101 identity.phone
    log.info(df.loc[df["plan"] == "x", "email"])  # expect: PUR101 identity.email
    log.info(df.at[i, "email"])  # expect: PUR101 identity.email
    log.info(df["plan"])
    log.info(df[["plan", "price"]])
    log.info(df.loc[:, ["plan"]])
    log.info(df.at[i, "plan"])
    log.info(df[df["email"] == "x"])
    log.info(df.drop(columns=["email"]))


def values(df: pd.DataFrame):
    log.info(df["email"].iloc[0])  # expect: PUR101 identity.email
    log.info(df["email"].values)  # expect: PUR101 identity.email
    log.info(df["email"].str.lower().tolist())  # expect: PUR101 identity.email
    log.info(df["email"].dropna().unique())  # expect: PUR101 identity.email
    df["email"].apply(lambda mail: log.info(mail))  # expect: PUR101 identity.email
    for mail in df["email"]:
        requests.post("https://api.example.org/people", json={"to": mail})  # expect: PUR201 identity.email


def about_a_column(df: pd.DataFrame, other):
    log.info(df["email"].nunique())
    log.info(other["email"].nunique())
    log.info(df["email"].isna().sum())
    log.info(df["email"].dtype)
    log.info(df["email"].str.len().max())
    log.info(len(df["email"]))


def kept(df: pd.DataFrame):
    df["email"].to_csv("mails.csv")  # expect: PUR301 identity.email
    df[["email", "plan"]].to_csv("people.csv")  # expect: PUR301 identity.email
    df[["plan", "price"]].to_csv("plans.csv")


def rows(path):
    df = pd.read_csv(path)
    for _, row in df.iterrows():
        log.info(row["email"])  # expect: PUR101 identity.email
        log.info(row["plan"])
        log.info(row)
    for row in df.itertuples():
        log.info(row.email)  # expect: PUR101 identity.email
        log.info(row.plan)
    for row in df.to_dict("records"):
        log.info(row.get("phone_number"))  # expect: PUR101 identity.phone
    log.info(df.apply(lambda row: row["email"], axis=1))  # expect: PUR101 identity.email
    log.info(df.apply(lambda row: row["plan"], axis=1))


def of_a_file(path):
    with open(path) as file:
        for row in csv.DictReader(file):
            log.info(row["email"])  # expect: PUR101 identity.email
            log.info(row["plan"])
            log.info(row)


def of_polars(path):
    df = pl.read_csv(path)
    log.info(df["email"])  # expect: PUR101 identity.email
    log.info(df[0, "email"])  # expect: PUR101 identity.email
    log.info(df.get_column("email").to_list())  # expect: PUR101 identity.email
    log.info(df.select("email"))  # expect: PUR101 identity.email
    log.info(df.select(["plan", "email"]))  # expect: PUR101 identity.email
    log.info(df.select(pl.col("email").str.to_lowercase()))  # expect: PUR101 identity.email
    log.info(pl.scan_csv(path).select("email").collect())  # expect: PUR101 identity.email
    for row in df.rows(named=True):
        log.info(row["email"])  # expect: PUR101 identity.email
        log.info(row["plan"])


def no_column_of_polars(path):
    df = pl.read_csv(path)
    log.info(df.get_column("plan"))
    log.info(df.select("plan", pl.col("price")))
    log.info(df.filter(pl.col("email") == "x").height)
    log.info(df["email"].n_unique())
    log.info(df.select(pl.col("email").n_unique()))


def no_frames(i):
    seen = {(1, "email"): "yes"}
    log.info(seen[1, "email"])
    names = [["email"], ["phone"]]
    log.info(names[0])
    log.info({"a": ["email", "phone"]}["a"])
    matrix = [[1]]
    log.info(matrix[i])


def made_here(user, plans):
    df = pd.DataFrame({"who": [user.email], "plan": ["x"]})
    log.info(df)  # expect: PUR101 identity.email
    log.info(df["who"].tolist())  # expect: PUR101 identity.email
    log.info(df["plan"].tolist())
    log.info(df[["plan"]])
    log.info(df.assign(price=1).sort_values("price")["who"])  # expect: PUR101 identity.email
    log.info(df.merge(plans, on="plan")[["who", "price"]])  # expect: PUR101 identity.email
    log.info(df.merge(plans, on="plan")[["plan", "price"]])
    log.info(df.rename(columns={"who": "whom"}))  # expect: PUR101 identity.email
    log.info(df.drop(columns=["who"]))
    log.info(df.filter(items=["plan"]))
    log.info(plans.assign(price=1))
    for _, row in df.iterrows():
        log.info(row["who"])  # expect: PUR101 identity.email
        log.info(row["plan"])
    for row in df.to_dict("records"):
        log.info(row["who"])  # expect: PUR101 identity.email
        log.info(row["plan"])


def grouped(user, path):
    df = pd.DataFrame([{"who": user.email, "plan": "x"}])
    log.info(df.groupby("plan").agg({"who": "first"}))  # expect: PUR101 identity.email
    log.info(df.groupby("plan").agg({"price": "sum"}))
    log.info(df.groupby("plan")["who"].first())  # expect: PUR101 identity.email
    log.info(df.groupby("plan").size())
    log.info(pd.read_csv(path).groupby("plan")["email"].first())  # expect: PUR101 identity.email
    log.info(pd.read_csv(path).groupby("email").size())


def put_in_later(user, path):
    df = pd.read_csv(path).assign(who=user.email)
    log.info(df)  # expect: PUR101 identity.email
    log.info(df["plan"])
    lower = pd.read_csv(path)
    lower = lower.assign(mail=lower["email"].str.lower())
    lower.to_parquet("people")  # expect: PUR301 identity.email


def written_in_part(user, path):
    df = pd.DataFrame({"who": [user.email], "plan": ["x"]})
    df.to_csv("plans.csv", columns=["plan"])
    df.to_csv("people.csv", columns=["plan", "who"])  # expect: PUR301 identity.email
    df.drop(columns="who").to_csv("plans.csv")
    pd.read_csv(path).to_csv("plans.csv", columns=["plan"])
    pd.read_csv(path).to_csv("mails.csv", columns=["plan", "email"])  # expect: PUR301 identity.email
    pd.read_csv(path, usecols=["plan", "email"]).to_csv("mails.csv")  # expect: PUR301 identity.email
    pd.read_csv(path, usecols=["plan", "price"]).to_csv("plans.csv")


def made_with_polars(user, path):
    df = pl.DataFrame({"who": [user.email], "plan": ["x"]})
    log.info(df.filter(pl.col("plan") == "x"))  # expect: PUR101 identity.email
    log.info(df.with_columns(pl.lit(1).alias("price")).select("who"))  # expect: PUR101 identity.email
    log.info(df.select("plan"))
    log.info(df.drop("who"))
    log.info(pl.read_csv(path).with_columns(pl.col("email").str.to_lowercase()))  # expect: PUR101 identity.email
    for row in df.iter_rows(named=True):
        log.info(row["who"])  # expect: PUR101 identity.email
        log.info(row["plan"])
    df.lazy().sort("plan").collect().write_csv("people.csv")  # expect: PUR301 identity.email
    df.select("plan").write_csv("plans.csv")
