"""Feature: what a token or an identity provider tells of a person: claims, profiles, whole or by key.
How we carry it: entries say what the whole is and what standard claims mean; other keys are judged as fields of a person.
What is approximated: the claims of a token nobody has described count as an identifier of the account, of low sensitivity.
"""

import logging

import jwt
import requests
from authlib.integrations.starlette_client import OAuth
from firebase_admin import auth
from flask_jwt_extended import get_jwt
from google.oauth2 import id_token
from requests_oauthlib import OAuth2Session

from settings import KEY

log = logging.getLogger(__name__)
oauth = OAuth()


def of_any_token(token):
    claims = jwt.decode(token, KEY)
    log.info(claims["email"])  # expect: PUR101 identity.email
    log.info(claims.get("phone_number"))  # expect: PUR101 identity.phone
    log.info(claims["name"])  # expect: PUR101 identity.name
    log.info("%s %s %s", claims["iss"], claims["exp"], claims["aud"])
    log.info(jwt.get_unverified_header(token))
    log.info(claims)


def of_flask():
    log.info(get_jwt()["email"])  # expect: PUR101 identity.email
    log.info(get_jwt()["exp"])


def of_the_provider(token):
    told = id_token.verify_oauth2_token(token, None)
    log.info("signed in: %s", told)  # expect: PUR101 identity.email
    log.info(told["hd"])
    requests.post("https://api.example.org/people", json=told)  # expect: PUR201 identity.email
    picture = told.get("picture")
    log.info(picture)  # expect: PUR101 identity.photo


def of_firebase(token):
    log.info(auth.verify_id_token(token))  # expect: PUR101 identity.email
    log.info(auth.verify_session_cookie(token)["auth_time"])


async def of_authlib(request):
    token = await oauth.google.authorize_access_token(request)
    log.info(token)  # expect: PUR101 credential.token
    log.info(token["expires_at"])
    person = token["userinfo"]
    log.info(person)  # expect: PUR101 identity.email
    log.info(person["given_name"])  # expect: PUR101 identity.name
    log.info(person["iss"])
    log.info(await oauth.google.userinfo(token=token))  # expect: PUR101 identity.email


def of_requests():
    session = OAuth2Session("shop")
    token = session.fetch_token("https://id.example.org/token", client_secret=KEY)
    log.info(token)  # expect: PUR101 credential.token
    log.info(token["expires_in"])
    log.info(session.get("https://id.example.org/me").json()["email"])  # expect: PUR101 identity.email
    log.info(session.get("https://id.example.org/items").json()["size"])
