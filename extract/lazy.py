"""Attributes that are worked out when they are first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - named like the decorator that it stands for
    """``functools.cached_property`` without the lock that it takes until Python 3.12, which costs more than the work.

    >>> class Circle:
    ...     @lazy
    ...     def area(self) -> float:
    ...         print("worked out")
    ...         return 3.14
    >>> circle = Circle()
    >>> circle.area, circle.area
    worked out
    (3.14, 3.14)
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self.work, self.name, self.__doc__ = work, work.__name__, work.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> "lazy[T]": ...
    @overload
    def __get__(self, owner: object, kind: type) -> T: ...
    def __get__(self, owner: object | None, kind: type) -> "lazy[T] | T":
        if owner is None:
            return self
        value = owner.__dict__[self.name] = self.work(owner)
        return value
