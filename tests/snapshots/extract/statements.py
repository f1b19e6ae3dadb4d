import a.b, c.d as e
from .. import f
from .g import h as i, j
from k.l import *
__all__ = ["x", "y"]
__all__ += ("z",)
type Alias[T] = "dict[str, User]"
m: int
n.o: "str" = p
q.r += s
if t: u()
elif v:
    w()
elif x:
    pass
else:
    y()
while a:
    break
else:
    continue
for b in c: d
async def f():
    async for e in f:
        pass
    else:
        g()
    async with h as (i, j), k.l as m[0]:
        return
    await n
try:
    o
except* p as q:
    raise
assert r, s; assert t
lazy import u
