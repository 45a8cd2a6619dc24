"""Tell PyInstaller to put libmagic and its database where the module looks for them, beside it."""

from PyInstaller.utils.hooks import collect_data_files, collect_dynamic_libs

datas = collect_data_files("magic", includes=["*.mgc"])
binaries = collect_dynamic_libs("magic", search_patterns=["*.dll", "*.dylib", "*.so", "*.so.*"])
