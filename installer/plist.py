"""What the macOS package tells the system about the program."""

from __future__ import annotations

import re

IDENTIFIER = "org.sjogren-desktop.SjogrenDesktop"
STUDY_TYPE = f"{IDENTIFIER}.study"
OLDEST_MACOS = "13.0"
"""What the names of PySide6's wheels ask for.

Its bindings themselves ask for 15.0 (LC_BUILD_VERSION, 6.11.3), and the package states
what is inside it: see ``macos.state_oldest``.
"""


def info(version: str) -> dict[str, object]:
    """Return the content of Info.plist for a version of the program."""
    numbers = re.match(r"\d+(\.\d+){0,2}", version)
    plain = numbers.group() if numbers else "0"
    return {
        "CFBundleName": "Sjögren Desktop",
        "CFBundleDisplayName": "Sjögren Desktop",
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": plain,
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "LSApplicationCategoryType": "public.app-category.medical",
        "NSHumanReadableCopyright": "Apache License 2.0",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # follow the dark mode
        "NSPrincipalClass": "NSApplication",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Sjögren Desktop study",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "sjogren-study.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [STUDY_TYPE],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": STUDY_TYPE,
                "UTTypeDescription": "Sjögren Desktop study",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeIconFile": "sjogren-study.icns",
                "UTTypeTagSpecification": {"public.filename-extension": ["sjd"]},
            }
        ],
    }
