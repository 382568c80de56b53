from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.error_code import ErrorCode, check_error_code
from ..types import UNSET, Unset

T = TypeVar("T", bound="ErrorResponse")


@_attrs_define
class ErrorResponse:
    """What went wrong, in the body of every response with a status of 400 or more.

    Attributes:
        error_code (ErrorCode | None | str): Machine-readable code, null when none fits. The set is open.
        title (str): A few words for people.
        message (str): What happened and, often, what to change.
        request_id (str): Id of the request, to be quoted when asking for support.
        doc_url (str | Unset): Address of a page about this error; absent when there is none.
    """

    error_code: ErrorCode | None | str
    title: str
    message: str
    request_id: str
    doc_url: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        error_code: None | str
        if isinstance(self.error_code, str):
            error_code = self.error_code
        else:
            error_code = self.error_code

        title = self.title

        message = self.message

        request_id = self.request_id

        doc_url = self.doc_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "error_code": error_code,
                "title": title,
                "message": message,
                "request_id": request_id,
            }
        )
        if doc_url is not UNSET:
            field_dict["doc_url"] = doc_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_error_code(data: object) -> ErrorCode | None | str:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                error_code_type_0 = check_error_code(data)

                return error_code_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ErrorCode | None | str, data)

        error_code = _parse_error_code(d.pop("error_code"))

        title = d.pop("title")

        message = d.pop("message")

        request_id = d.pop("request_id")

        doc_url = d.pop("doc_url", UNSET)

        error_response = cls(
            error_code=error_code,
            title=title,
            message=message,
            request_id=request_id,
            doc_url=doc_url,
        )

        error_response.additional_properties = d
        return error_response

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
