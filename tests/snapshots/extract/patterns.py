match request.data, other:
    case {"email": str(e), "n": {"phone": p}, **rest} if e and check(p):
        log(e)
    case [a, (b, c), *d] | (a as e):
        pass
    case User(email, name=n, address=Address(city="Rome")):
        pass
    case "x" | b"y" | -1 | 1 + 2j | None | models.KIND:
        pass
    case []:
        pass
    case *f, _:
        pass
    case _:
        pass
match(a)
match = case = type = 1
