x = -a + b * c ** d // e % f @ g
x = not (a and b and c or d) if e else f
x = a < b <= c != d in e not in f is g is not h
x = a[b], a[1:2], a[::c(d)], a["k"]["l"], a[b, c], a[*b]
x = f(a, *b, k=c, **d)(e).g[h]
x = [a, *b], {c, *d}, (), {}, {"k": a, **b, (c): {"n": d}}
x = [a for a, b in c if d if e for f in g], {a: b for a in c}, {a async for a in b}, (a for a in b)
x = 1, 0xFF, 10**100, 99999999999999999999, 1.5, .5, 2j, True, None, ..., b"\x41", "a\tb\N{BULLET}" 'c' r"\d"
x = f"a{b!r:>{c.d}}e{{}}" "g" f'{h["i"]}{j = }', rf"\d{k}", t"{m(n)}"
x = (y := f(z))
x = lambda: (yield)
x = a.get("email"), a.b.pop("phone", None), a().setdefault("x", {"y": 1}), getattr(user, "iban", None)
send({"email": e}, json={"phone": p}, data=[{"q": 1}])
self.headers = {"ip": i}
"""docstring-like""" % {"k": v}
