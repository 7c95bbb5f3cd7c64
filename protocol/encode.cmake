# cmake -DPROTOC=… -DFOLDER=… -DOUT=… -P encode.cmake: crm.textproto as bytes (protoc reads and writes only streams).
execute_process(COMMAND ${PROTOC} --encode=tern.schema.wire.Schema --proto_path=${FOLDER} schema.proto
    INPUT_FILE ${FOLDER}/crm.textproto OUTPUT_FILE ${OUT} RESULT_VARIABLE failed)
if(failed)
    file(REMOVE ${OUT})
    message(FATAL_ERROR "crm.textproto does not fit schema.proto")
endif()
