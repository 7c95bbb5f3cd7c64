// Empty: what carries the precompiled header (CMakeLists.txt).
