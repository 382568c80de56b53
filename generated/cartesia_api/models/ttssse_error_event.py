from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.error_code import ErrorCode, check_error_code
from ..types import UNSET, Unset

T = TypeVar("T", bound="TTSSSEErrorEvent")


@_attrs_define
class TTSSSEErrorEvent:
    """The speech has failed; there will be no more events.

    Attributes:
        type_ (Literal['error']): Kind of the event. Default: 'error'.
        done (bool): Whether this is the last event; always true, so far.
        status_code (int): Like a status of HTTP.
        title (str): A few words for people.
        message (str): What happened.
        request_id (str): Id of the request.
        error_code (ErrorCode | None | str | Unset): Machine-readable code, null when none fits.
        doc_url (None | str | Unset): Address of a page about this error.
        context_id (None | str | Unset): The `context_id` of the request, if it had one.
    """

    done: bool
    status_code: int
    title: str
    message: str
    request_id: str
    type_: Literal["error"] = "error"
    error_code: ErrorCode | None | str | Unset = UNSET
    doc_url: None | str | Unset = UNSET
    context_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        done = self.done

        status_code = self.status_code

        title = self.title

        message = self.message

        request_id = self.request_id

        error_code: None | str | Unset
        if isinstance(self.error_code, Unset):
            error_code = UNSET
        elif isinstance(self.error_code, str):
            error_code = self.error_code
        else:
            error_code = self.error_code

        doc_url: None | str | Unset
        if isinstance(self.doc_url, Unset):
            doc_url = UNSET
        else:
            doc_url = self.doc_url

        context_id: None | str | Unset
        if isinstance(self.context_id, Unset):
            context_id = UNSET
        else:
            context_id = self.context_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "done": done,
                "status_code": status_code,
                "title": title,
                "message": message,
                "request_id": request_id,
            }
        )
        if error_code is not UNSET:
            field_dict["error_code"] = error_code
        if doc_url is not UNSET:
            field_dict["doc_url"] = doc_url
        if context_id is not UNSET:
            field_dict["context_id"] = context_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = cast(Literal["error"], d.pop("type"))
        if type_ != "error":
            raise ValueError(f"type must match const 'error', got '{type_}'")

        done = d.pop("done")

        status_code = d.pop("status_code")

        title = d.pop("title")

        message = d.pop("message")

        request_id = d.pop("request_id")

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

        def _parse_doc_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        doc_url = _parse_doc_url(d.pop("doc_url", UNSET))

        def _parse_context_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        context_id = _parse_context_id(d.pop("context_id", UNSET))

        ttssse_error_event = cls(
            type_=type_,
            done=done,
            status_code=status_code,
            title=title,
            message=message,
            request_id=request_id,
            error_code=error_code,
            doc_url=doc_url,
            context_id=context_id,
        )

        ttssse_error_event.additional_properties = d
        return ttssse_error_event

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
