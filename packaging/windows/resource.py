"""Write what Windows shows of a program under "Properties, Details", in the form that PyInstaller reads."""

from __future__ import annotations

import product

_RESOURCE = """VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0
  ),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", {publisher!r}),
      StringStruct("FileDescription", {description!r}),
      StringStruct("FileVersion", {version!r}),
      StringStruct("InternalName", {name!r}),
      StringStruct("LegalCopyright", {copyright!r}),
      StringStruct("OriginalFilename", {file!r}),
      StringStruct("ProductName", {product!r}),
      StringStruct("ProductVersion", {version!r}),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
"""


def version_resource(name: str) -> str:
    """Return the text for the program `name`.exe; the task manager shows its description as the program's name."""
    version = product.version()
    return _RESOURCE.format(
        numbers=(*map(int, version.split(".")), 0),
        publisher=product.PUBLISHER,
        description=product.NAME if name == product.NAME else f"{product.NAME} (command line)",
        version=version,
        name=name,
        copyright=product.COPYRIGHT,
        file=f"{name}.exe",
        product=product.NAME,
    )
