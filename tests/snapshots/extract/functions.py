async def fetch(a, b: int, /, c="x", *args: str, d: "list[User]" = None, e, **kwargs: "Any") -> Response:
    """Get it."""
    import os.path as path
    from .models import User as Model
    global CACHE
    CACHE = x = y = 1
    for i, (j, *k) in rows:
        yield i
    return await client.get(url)(c)[0].json()


def outer(n):
    def inner():
        nonlocal n
        n += 1
        return lambda m, *, key=n: m.email + key.name
    with open(n) as f, lock:
        total = sum(x.age for x in f if (last := x))
    del f[0], total
    try:
        inner()
    except (OSError, ValueError) as error:
        raise Failed("no") from error
    except Exception:
        pass
    else:
        print()
    finally:
        close()


class A:
    def method(self):
        def nested():
            return self.email
        return [lambda self: self.phone, nested, getattr(self, "name")]

    key = lambda row: row.email


@app.task(bind=True)
@other
def decorated[T: (int, bound())](x: T) -> None: pass
