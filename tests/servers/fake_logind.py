"""Run a logind that knows one method, Inhibit, on the bus named by DBUS_SYSTEM_BUS_ADDRESS.

Says what happens, a line each.

Run: python fake_logind.py answer|refuse|silent
"""

from __future__ import annotations

import os
import sys
import threading

from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection


def say(*words: str) -> None:
    print(*words, sep="|", flush=True)  # noqa: T201


def watch(pipe: int) -> None:
    os.read(pipe, 1)  # returns when the last holder of the other end has closed it
    say("released")


def main(behaviour: str) -> None:
    with open_dbus_connection(bus="SYSTEM", enable_fds=True) as bus:
        Proxy(message_bus, bus).RequestName("org.freedesktop.login1")
        say("ready")
        while True:
            message = bus.receive()
            if message.header.message_type is not MessageType.method_call:
                continue
            fields = message.header.fields
            say(
                "asked",
                fields[HeaderFields.path],
                fields[HeaderFields.interface],
                fields[HeaderFields.member],
                *message.body,
            )
            if behaviour == "refuse":
                bus.send(new_error(message, "org.freedesktop.DBus.Error.AccessDenied", "s", ("no",)))
            elif behaviour == "answer":
                ours, theirs = os.pipe()
                threading.Thread(target=watch, args=(ours,), daemon=True).start()
                bus.send(new_method_return(message, "h", (theirs,)))
                os.close(theirs)


main(sys.argv[1])
