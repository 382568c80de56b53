from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ...models.error_code import ErrorCode, check_error_code
from ...types import UNSET, Unset

T = TypeVar("T", bound="STTErrorResponse")


@_attrs_define
class STTErrorResponse:
    """The session has failed.

    Attributes:
        type_ (Literal['error']): Kind of the message. Default: 'error'.
        message (str | Unset): What happened.
        status_code (int | Unset): Like a status of HTTP.
        title (str | Unset): A few words for people.
        error_code (ErrorCode | str | Unset): Machine-readable code.
        doc_url (str | Unset): Address of a page about this error.
        request_id (str | Unset): Id of the connection.
    """

    type_: Literal["error"] = "error"
    message: str | Unset = UNSET
    status_code: int | Unset = UNSET
    title: str | Unset = UNSET
    error_code: ErrorCode | str | Unset = UNSET
    doc_url: str | Unset = UNSET
    request_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        message = self.message

        status_code = self.status_code

        title = self.title

        error_code: str | Unset
        if isinstance(self.error_code, Unset):
            error_code = UNSET
        elif isinstance(self.error_code, str):
            error_code = self.error_code
        else:
            error_code = self.error_code

        doc_url = self.doc_url

        request_id = self.request_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if message is not UNSET:
            field_dict["message"] = message
        if status_code is not UNSET:
            field_dict["status_code"] = status_code
        if title is not UNSET:
            field_dict["title"] = title
        if error_code is not UNSET:
            field_dict["error_code"] = error_code
        if doc_url is not UNSET:
            field_dict["doc_url"] = doc_url
        if request_id is not UNSET:
            field_dict["request_id"] = request_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["error"], d.pop("type"))
        if type_ != "error":
            raise ValueError(f"type must match const 'error', got '{type_}'")

        message = d.pop("message", UNSET)

        status_code = d.pop("status_code", UNSET)

        title = d.pop("title", UNSET)

        def _parse_error_code(data: object) -> ErrorCode | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                error_code_type_0 = check_error_code(data)

                return error_code_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ErrorCode | str | Unset, data)

        error_code = _parse_error_code(d.pop("error_code", UNSET))

        doc_url = d.pop("doc_url", UNSET)

        request_id = d.pop("request_id", UNSET)

        stt_error_response = cls(
            type_=type_,
            message=message,
            status_code=status_code,
            title=title,
            error_code=error_code,
            doc_url=doc_url,
            request_id=request_id,
        )

        stt_error_response.additional_properties = d
        return stt_error_response

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
