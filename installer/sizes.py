"""What is left out of a package because the program never uses it, and how large the rest is."""

from __future__ import annotations

import re
from pathlib import Path

EXCLUDED_MODULES = (
    "tkinter",
    "_tkinter",
    "IPython",
    "PyQt5",
    "PyQt6",
    "PySide2",
    "PyInstaller",
    "pip",
    "setuptools",
    "pytest",
    "_pytest",
    "py",
    "lib2to3",
    "readline",  # under the GPL, and the program has no prompt
    "curses",
    "_curses",
    "pydoc_data",
    # The program makes no network connection and shows no web or 3-D content. pyqtgraph
    # needs QtOpenGL and QtOpenGLWidgets, which stay.
    *(
        f"PySide6.Qt{name}"
        for name in (
            "Network",
            "Qml",
            "Quick",
            "QuickWidgets",
            "QuickControls2",
            "QuickTest",
            "Sql",
            "Designer",
            "UiTools",
            "Help",
            "DBus",
            "Concurrent",
            "Xml",
        )
    ),
    "pyqtgraph.examples",
    "pyqtgraph.opengl",
    "pyqtgraph.jupyter",
    "pandas.tests",
    "matplotlib.tests",
    "mpl_toolkits.mplot3d.tests",
    "statsmodels",
    "patsy",
    "_sqlite3",  # studies are kept by SQLCipher
    "lxml.objectify",
    "lxml.html",
    "lxml.isoschematron",
    "PIL._webp",
    "PIL._imagingcms",
)

NOT_SHIPPED = ("statsmodels",)
"""Declared, but what it computes is only compared with ours, in the tests."""

WITH_DATA = ("docx", "rtflite", "formulaic", "pyreadstat", "openpyxl")
"""Packages that read files of their own beside their modules."""

NOT_PRELOADED = ("pylab", "mpl_toolkits", "PySide6", "pandas", "numpy")
"""Found without being told; naming them would sweep in parts that nothing uses."""

NOT_LOADED = ("pylab", "mpl_toolkits")
"""Names that wheels bring along and the program does not use."""

_LEFT_OUT = [
    re.compile(pattern)
    for pattern in (
        # Qt: words of languages the window has not, other screens than X11, plug-ins for absent
        # modules
        r"PySide6/(Qt/)?translations/(?!qtbase_(de|fr)\.qm$)",
        r"PySide6/(Qt/)?plugins/platformthemes/libqgtk3",
        r"PySide6/(Qt/)?plugins/platformthemes/libqxdgdesktopportal",
        r"PySide6/(Qt/)?plugins/platforms/libq(wayland|linuxfb|vnc|eglfs|minimal|minimalegl|vkkhrdisplay)",
        r"PySide6/(Qt/)?plugins/(wayland-|egldeviceintegrations|networkinformation|tls|generic|qmltooling)",
        r"PySide6/(Qt/)?plugins/(sqldrivers|designer|platforminputcontexts/(lib)?qtvirtualkeyboard)",
        r"PySide6/(Qt/)?plugins/imageformats/(lib)?q(tga|tiff|wbmp|webp|icns|gif|pdf)",
        r"PySide6/(Qt/lib/)?(lib)?Qt6(Network|Qml|Quick|Wayland|VirtualKeyboard|Pdf|Egl[Ff]|WlShell|Sql)",
        r"PySide6/(opengl32sw|d3dcompiler_47|Qt6ShaderTools)",
        # libraries of the desktop that the GTK theme brought along
        r"lib(gtk|gdk|gdk_pixbuf|cairo|cairo-gobject|pango|pangocairo|pangoft2|atk|atk-bridge)-?[\d.]*\.so",
        r"lib(atspi|epoxy|rsvg|wayland-[a-z]+|Xcomposite|Xcursor|Xdamage|Xi|Xinerama|Xrandr|Xfixes)",
        r"lib(fribidi|thai|datrie|harfbuzz|graphite2|colord|cups|avahi|pixman|readline)",
        # libraries of the file dialog of GTK and of Qt's network, which are left out
        r"lib(gio|gobject|gmodule)-2|lib(gssapi_krb5|krb5|krb5support|k5crypto|com_err|keyutils)\.so",
        r"lib(mount|blkid|selinux)\.so|libjpeg\.so\.62$",
        # sources of compiled modules
        r".*\.(c|cc|cpp|h|hpp|pyx|pxd|pxi|pyi|pdb)$",
        # tests and examples
        r"(.*/)?tests?/.*\.(csv|json|txt|png|dta|sas7bdat|xpt|xlsx|pkl|npy|npz|mat)$",
        r"matplotlib/mpl-data/(sample_data|images/.*\.(svg|pdf))",
        r"matplotlib/mpl-data/fonts/(afm|pdfcorefonts)",
        r"matplotlib/mpl-data/fonts/ttf/DejaVuS(erif|ansMono)",  # figures use DejaVu Sans
        r"scipy/.*\.(f|build)$",
        r"numpy/.*\.(a|lib)$",
        # what pip notes of an installation: digests of scripts that name the folder of the build
        r"[^/]+\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json)$",
        # kinds of pictures that figures are not written in
        r"PIL/_(avif|webp|imagingcms)",
        r"(pillow\.libs/)?lib(avif|webp|webpmux|webpdemux|sharpyuv|lcms2)-",
    )
]

_QT_KEPT = re.compile(r"(Core|Gui|Widgets|Svg|SvgWidgets|PrintSupport|OpenGL|OpenGLWidgets|Test)")
_UNUSED_IN_WHEEL = re.compile(
    r"PySide6/(qml|resources|typesystems|include|glue|doc|scripts|metatypes|lib|QtAsyncio)/"
    r"|PySide6/plugins/(assetimporters|qmllint|canbus|gamepads|geometryloaders|multimedia|position|"
    r"renderers|renderplugins|sceneparsers|scxmldatamodel|sensors|texttospeech|webview|vectorimageformats)/"
    r"|PySide6/plugins/platforms/q(minimal|direct2d)"
    r"|PySide6/(lib)?pyside6qml"
    r"|(PySide6|shiboken6)/.*\.(exe|pyi|lib|json|qmltypes)$"
    r"|.*\.typed$"
    r"|lxml/(objectify|html/|isoschematron/)"
    r"|(pandas|numpy|scipy|matplotlib|pyqtgraph|mpl_toolkits|formulaic)/(.*/)?tests/"
    r"|pyqtgraph/(examples|opengl|jupyter)/"
)


def is_left_out_of_wheel(name: str) -> bool:
    """Say whether a file of a wheel that is unpacked whole is not wanted in the package."""
    qt = re.match(r"PySide6/Qt6?([A-Z]\w*)(\.abi3)?\.(dll|pyd)$", name)
    if qt and not _QT_KEPT.fullmatch(qt.group(1)):
        return True
    return is_left_out(name) or _UNUSED_IN_WHEEL.match(name) is not None


_LEFT_OUT_RESOURCES = re.compile(
    r"demo/generator/|translations/.*\.ts$|.*__pycache__/|icons/.*\.(icns)$"
)


def is_left_out(name: str) -> bool:
    """Say whether a file collected for the package is not wanted in it."""
    plain = name.replace("\\", "/")
    return any(pattern.match(plain) for pattern in _LEFT_OUT)


def is_left_out_resource(name: str) -> bool:
    """Say whether a file below ``resources`` serves development only."""
    return _LEFT_OUT_RESOURCES.match(name) is not None


def size_of(folder: Path) -> int:
    """Return the size of all files of a folder in bytes; links count nothing."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file() and not p.is_symlink())


def report(folder: Path, *, depth: int = 1, least: int = 1_000_000) -> str:
    """Return a table of the largest parts of a folder, in MB."""
    sizes: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            inside = path.relative_to(folder).parts
            inside = inside[1:] if inside[0] == "_internal" and len(inside) > 1 else inside
            name = "/".join(inside[:depth])
            sizes[name] = sizes.get(name, 0) + path.stat().st_size
    lines = [f"{sum(sizes.values()) / 1e6:8.1f} MB in all"]
    ordered = sorted(sizes.items(), key=lambda item: (-item[1], item[0]))
    lines += [f"{size / 1e6:8.1f} MB {name}" for name, size in ordered if size >= least]
    return "\n".join(lines) + "\n"
