"""Unlocks the login keyring with the password given as argument, without a dialog, as gnome-keyring's own tests do."""

import sys

from gi.repository import Gio, GLib

SERVICE = "/org/freedesktop/secrets"

bus = Gio.bus_get_sync(Gio.BusType.SESSION)


def call(interface, method, arguments):
    return bus.call_sync(
        "org.freedesktop.secrets", SERVICE, interface, method, arguments, None, Gio.DBusCallFlags.NONE, -1
    )


plain = GLib.Variant("(sv)", ("plain", GLib.Variant("s", "")))
_, session = call("org.freedesktop.Secret.Service", "OpenSession", plain)
password = GLib.Variant("(o(oayays))", (SERVICE + "/collection/login", (session, b"", sys.argv[1].encode(), "text/plain")))
call("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", "UnlockWithMasterPassword", password)
