#include <tern/first_pipeline.h>

#include <tern/records.h>

#include "client_core/crm/part.h"
#include "client_core/crm/writing.h"

namespace tern {
namespace {

struct Step {
    const char *english, *chinese, *probability, *kind, *forecast;
};

/// The chances are the usual ones of a sale to companies; an org sets its own as it learns.
constexpr Step kSteps[] = {
    {"Qualifying", "需求确认", "10", "open", "pipeline"},
    {"Meeting", "拜访沟通", "25", "open", "pipeline"},
    {"Proposal", "方案报价", "50", "open", "best_case"},
    {"Negotiation", "商务谈判", "75", "open", "commit"},
    {"Won", "赢单", "100", "won", "closed"},
    {"Lost", "丢单", "0", "lost", "omitted"},
};
constexpr const char* kRottenDays = "30";

Result<bool> has_pipeline(Client& client) {
    bool any = false;
    TERN_CHECK(Records{client}.list({"pipeline", {}, "", 1}, [&](const Json&) { any = true; }));
    return any;
}

}  // namespace

Result<RecordId> create_first_pipeline(Client& client, bool chinese) {
    return caught([&]() -> Result<RecordId> {
        const auto home = client.org_space();
        if (!home || !client.may_write(*home))
            return fail(Fault::forbidden, "only who administers this org sets up its pipeline",
                        "ask an admin to do it");
        TERN_TRY(any, has_pipeline(client));
        if (any) return fail(Fault::bad_argument, "there is a pipeline already", "change its stages");
        crm::Writing writing{client};
        TERN_TRY(
            pipeline,
            writing.create(
                "pipeline",
                {{"name", chinese ? "销售" : "Sales"}, {"entity", "opportunity"}, {"rotten_days", kRottenDays}}, home));
        int order = 0;
        for (const Step& step : kSteps)
            TERN_CHECK(writing.create("stage",
                                      {{"pipeline_id", uuid_text(pipeline)},
                                       {"name", chinese ? step.chinese : step.english},
                                       {"order", std::to_string(++order)},
                                       {"probability", step.probability},
                                       {"kind", step.kind},
                                       {"forecast_category", step.forecast}},
                                      home));
        TERN_CHECK(writing.commit());
        return pipeline;
    });
}

}  // namespace tern
