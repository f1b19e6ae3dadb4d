"""Supports exception_classes.py: exceptions and what raises them, in a file of their own."""


class Trouble(Exception):
    """Base of what can go wrong."""


class Denied(Trouble):
    """Names who was denied."""


class Gone(Trouble):
    """Names nobody."""


def find(user):
    if not user.active:
        raise Gone("gone")
    raise Denied(f"{user.email} may not")


def find_quietly(user):
    if not user.active:
        raise Gone("gone")
    raise Denied("may not")


class First(Exception): ...


class Second(Exception): ...


class Third(Exception): ...


class Fourth(Exception): ...


class Fifth(Exception): ...


class Sixth(Exception): ...


class Seventh(Exception): ...


class Eighth(Exception): ...


class Ninth(Exception): ...


class Tenth(Exception): ...


class Eleventh(Exception): ...


class Twelfth(Exception): ...


class Thirteenth(Exception): ...


class Fourteenth(Exception): ...


class Fifteenth(Exception): ...


class Sixteenth(Exception): ...


def any_step(step, user):
    if step == 0:
        raise First("failed")
    if step == 1:
        raise Second("failed")
    if step == 2:
        raise Third("failed")
    if step == 3:
        raise Fourth("failed")
    if step == 4:
        raise Fifth("failed")
    if step == 5:
        raise Sixth("failed")
    if step == 6:
        raise Seventh("failed")
    if step == 7:
        raise Eighth("failed")
    if step == 8:
        raise Ninth("failed")
    if step == 9:
        raise Tenth("failed")
    if step == 10:
        raise Eleventh("failed")
    if step == 11:
        raise Twelfth("failed")
    if step == 12:
        raise Thirteenth("failed")
    if step == 13:
        raise Fourteenth("failed")
    if step == 14:
        raise Fifteenth("failed")
    if step == 15:
        raise Sixteenth("failed")
    raise Denied(user.email)
