#!/usr/bin/env python
# purpose of this module: shop

import a  # b


# above the decorator
@d(
    x,  # behind an argument
)  # behind the decorator
# between
def f(  # behind the bracket
    a,  # behind a
    # above b
    b=1,
    # before the end
):  # at the header
    # first in the body
    log(a, b)  # behind

    # last in the body


if x:  # at the if
    y = {
        "k": v,  # behind v
        # above w
        "l": w,
    }  # behind the display
# above the else
else:  # at the else
    call(one, [
        two,  # behind two
        three  # behind three
    ], (  # behind a bracket that holds an element
        four))
    z = (a  # behind an operand
         + b)
    # last of the else
# the end
