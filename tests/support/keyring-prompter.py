"""Stands in for the desktop's unlock dialog (org.gnome.keyring.SystemPrompter, as gcr's gcr-prompter serves it).

Argument: `cancel` answers each prompt like a click on Cancel, `ignore` leaves it open. Prints `ready` once, and
`prompt` for each dialog it was asked to show.
"""

import sys

from gi.repository import Gio, GLib

INTERFACE = """
<node>
  <interface name="org.gnome.keyring.internal.Prompter">
    <method name="BeginPrompting"><arg type="o" direction="in"/></method>
    <method name="PerformPrompt">
      <arg type="o" direction="in"/>
      <arg type="s" direction="in"/>
      <arg type="a{sv}" direction="in"/>
      <arg type="s" direction="in"/>
    </method>
    <method name="StopPrompting"><arg type="o" direction="in"/></method>
  </interface>
</node>
"""


def say(word):
    print(word, flush=True)


def on_call(connection, sender, _path, _interface, method, parameters, invocation):
    def call_back(name, arguments=None):
        connection.call(
            sender,
            parameters[0],
            "org.gnome.keyring.internal.Prompter.Callback",
            name,
            arguments,
            None,
            Gio.DBusCallFlags.NONE,
            -1,
        )

    invocation.return_value(None)
    if method == "BeginPrompting":
        call_back("PromptReady", GLib.Variant("(sa{sv}s)", ("", {}, "")))
    elif method == "PerformPrompt":
        say("prompt")
        if sys.argv[1] == "cancel":
            call_back("PromptReady", GLib.Variant("(sa{sv}s)", ("no", {}, "")))
    elif method == "StopPrompting":
        call_back("PromptDone")


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
bus.register_object("/org/gnome/keyring/Prompter", interface, on_call)
Gio.bus_own_name_on_connection(
    bus, "org.gnome.keyring.SystemPrompter", Gio.BusNameOwnerFlags.NONE, lambda *_: say("ready"), None
)
GLib.MainLoop().run()
