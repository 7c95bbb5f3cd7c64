#include "sync_server/net/pages.h"

#include <fstream>

namespace tern::server {
namespace {

void gauge(std::string& out, std::string_view name, std::uint64_t value) {
    out.append("# TYPE tern_")
        .append(name)
        .append(" gauge\ntern_")
        .append(name)
        .append(" ")
        .append(std::to_string(value))
        .append("\n");
}
void counter(std::string& out, std::string_view name, std::uint64_t value) {
    out.append("# TYPE tern_")
        .append(name)
        .append("_total counter\ntern_")
        .append(name)
        .append("_total ")
        .append(std::to_string(value))
        .append("\n");
}

/// Pages of 4 KiB, the second number of /proc/self/statm; 0 where there is no such file.
std::uint64_t resident_bytes() {
    std::uint64_t size = 0;
    std::uint64_t resident = 0;
    std::ifstream{"/proc/self/statm"} >> size >> resident;
    return resident * 4096;
}

}  // namespace

std::string metrics_text(const Metrics& m) {
    std::string out;
    gauge(out, "connections", m.connections);
    gauge(out, "devices", m.devices);
    gauge(out, "resident_bytes", resident_bytes());
    counter(out, "connections_opened", m.connections_opened);
    counter(out, "auth_taken", m.auth_taken);
    counter(out, "auth_refused", m.auth_refused);
    counter(out, "messages", m.messages);
    counter(out, "refusals", m.refusals);
    counter(out, "log_records", m.log_records);
    counter(out, "deltas_accepted", m.deltas_accepted);
    counter(out, "deltas_known", m.deltas_known);
    counter(out, "deltas_refused", m.deltas_refused);
    counter(out, "delta_bytes", m.delta_bytes);
    counter(out, "deltas_streamed", m.deltas_streamed);
    counter(out, "bytes_streamed", m.bytes_streamed);
    counter(out, "slow_closed", m.slow_closed);
    counter(out, "commits", m.commits);
    counter(out, "commits_failed", m.commits_failed);
    return out;
}

Page page_for(std::string_view method, std::string_view target, const Metrics& metrics, bool ready) {
    if (method != "GET" && method != "HEAD")
        return {405, "text/plain; charset=utf-8", "only GET and HEAD are answered here\n"};
    if (target == "/healthz") return {200, "text/plain; charset=utf-8", "ok\n"};
    if (target == "/readyz")
        return ready ? Page{200, "text/plain; charset=utf-8", "ready\n"}
                     : Page{503, "text/plain; charset=utf-8", "stopping\n"};
    if (target == "/metrics") return {200, "text/plain; version=0.0.4; charset=utf-8", metrics_text(metrics)};
    if (target == "/sync") return {426, "text/plain; charset=utf-8", "devices connect here by WebSocket\n"};
    return {404, "text/plain; charset=utf-8", "there is nothing here\n"};
}

}  // namespace tern::server
