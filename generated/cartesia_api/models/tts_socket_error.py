from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.error_code import ErrorCode, check_error_code
from ..types import UNSET, Unset

T = TypeVar("T", bound="TTSSocketError")


@_attrs_define
class TTSSocketError:
    """A context has failed, or, without an id, something about the socket. The socket stays open.

    Attributes:
        type_ (Literal['error']): Kind of the message. Default: 'error'.
        done (bool): Whether the context has ended; always true, so far.
        context_id (None | str | Unset): Id of the context.
        status_code (int | Unset): Like a status of HTTP.
        title (str | Unset): A few words for people.
        message (str | Unset): What happened.
        error_code (ErrorCode | None | str | Unset): Machine-readable code, null when none fits.
        doc_url (str | Unset): Address of a page about this error.
        request_id (str | Unset): Id of the request, or of connection, context and message, joined by colons.
        error (str | Unset): Title and message in one, in place of all these fields, before 2026-03-01.
    """

    done: bool
    type_: Literal["error"] = "error"
    context_id: None | str | Unset = UNSET
    status_code: int | Unset = UNSET
    title: str | Unset = UNSET
    message: str | Unset = UNSET
    error_code: ErrorCode | None | str | Unset = UNSET
    doc_url: str | Unset = UNSET
    request_id: str | Unset = UNSET
    error: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        done = self.done

        context_id: None | str | Unset
        if isinstance(self.context_id, Unset):
            context_id = UNSET
        else:
            context_id = self.context_id

        status_code = self.status_code

        title = self.title

        message = self.message

        error_code: None | str | Unset
        if isinstance(self.error_code, Unset):
            error_code = UNSET
        elif isinstance(self.error_code, str):
            error_code = self.error_code
        else:
            error_code = self.error_code

        doc_url = self.doc_url

        request_id = self.request_id

        error = self.error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "done": done,
            }
        )
        if context_id is not UNSET:
            field_dict["context_id"] = context_id
        if status_code is not UNSET:
            field_dict["status_code"] = status_code
        if title is not UNSET:
            field_dict["title"] = title
        if message is not UNSET:
            field_dict["message"] = message
        if error_code is not UNSET:
            field_dict["error_code"] = error_code
        if doc_url is not UNSET:
            field_dict["doc_url"] = doc_url
        if request_id is not UNSET:
            field_dict["request_id"] = request_id
        if error is not UNSET:
            field_dict["error"] = error

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["error"], d.pop("type"))
        if type_ != "error":
            raise ValueError(f"type must match const 'error', got '{type_}'")

        done = d.pop("done")

        def _parse_context_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        context_id = _parse_context_id(d.pop("context_id", UNSET))

        status_code = d.pop("status_code", UNSET)

        title = d.pop("title", UNSET)

        message = d.pop("message", UNSET)

        def _parse_error_code(data: object) -> ErrorCode | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                error_code_type_0 = check_error_code(data)

                return error_code_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ErrorCode | None | str | Unset, data)

        error_code = _parse_error_code(d.pop("error_code", UNSET))

        doc_url = d.pop("doc_url", UNSET)

        request_id = d.pop("request_id", UNSET)

        error = d.pop("error", UNSET)

        tts_socket_error = cls(
            type_=type_,
            done=done,
            context_id=context_id,
            status_code=status_code,
            title=title,
            message=message,
            error_code=error_code,
            doc_url=doc_url,
            request_id=request_id,
            error=error,
        )

        tts_socket_error.additional_properties = d
        return tts_socket_error

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
