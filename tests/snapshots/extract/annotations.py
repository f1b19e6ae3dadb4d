def f(
    a: "User",
    b: "list[app.User]",
    c: Optional["User"],
    d: Literal["User"],
    e: Annotated["User", "note"],
    g: "dict[str, 'User']",
    h: "User | None",
    i: "not simple!",
    j: list["User"] | "Other",
) -> "Iterator[User]": ...
