# cmake -DIN=file -DOUT=file.cpp -DNAME=symbol -P embed.cmake: a file's bytes as a C++ array in namespace tern.
file(READ ${IN} digits HEX)
string(LENGTH "${digits}" length)
math(EXPR size "${length} / 2")
string(REGEX REPLACE "(..)" "0x\\1," bytes "${digits}")
file(WRITE ${OUT} "#include <cstddef>\nnamespace tern {\nextern const unsigned char ${NAME}[];\nextern const std::size_t ${NAME}_size;\n"
    "const unsigned char ${NAME}[] = {${bytes}};\nconst std::size_t ${NAME}_size = ${size};\n}  // namespace tern\n")
