// What a plain HTTP request gets to see.
#pragma once

#include <string>
#include <string_view>

#include "sync_server/session/metrics.h"

namespace tern::server {

struct Page {
    unsigned status = 200;
    std::string type = "text/plain; charset=utf-8";
    std::string body;
};

/// /healthz, /readyz, /metrics; a clear refusal for everything else.
Page page_for(std::string_view method, std::string_view target, const Metrics& metrics, bool ready);
/// Prometheus' text format.
std::string metrics_text(const Metrics& metrics);

}  // namespace tern::server
