#include "client_core/schema/compiler/compiler.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/dynamic_message.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <memory>
#include <vector>

#include "client_core/schema/loader.h"

namespace tern {

// protocol/schema.proto as descriptors, embedded by the build. Devices have only the lite runtime, which knows no text;
// so the text is read by a message that is made from the format's own description.
extern const unsigned char kSchemaFormat[];
extern const std::size_t kSchemaFormat_size;

namespace schema {
namespace {

namespace pb = google::protobuf;

/// Keeps the first error and its line, counted from 0.
class FirstError : public pb::io::ErrorCollector {
public:
    void AddError(int line, pb::io::ColumnNumber, const std::string& message) override {
        if (message_.empty()) message_ = message, line_ = line;
    }
    int line() const { return line_; }
    const std::string& message() const { return message_; }

private:
    std::string message_;
    int line_ = 0;
};

/// The message type that schema.proto calls Schema.
class Format {
public:
    Format() {
        pb::FileDescriptorSet files;
        files.ParseFromArray(kSchemaFormat, static_cast<int>(kSchemaFormat_size));
        schema_ = pool_.BuildFile(files.file(0))->FindMessageTypeByName("Schema");
    }
    std::unique_ptr<pb::Message> make() { return std::unique_ptr<pb::Message>(factory_.GetPrototype(schema_)->New()); }

private:
    pb::DescriptorPool pool_;
    pb::DynamicMessageFactory factory_;
    const pb::Descriptor* schema_ = nullptr;
};

Failure at_line(const SourceText& text, int line, const std::string& what) {
    return fail(Fault::malformed, text.name + ":" + std::to_string(line + 1) + ": " + what);
}

/// One text and the message that it says.
struct Part {
    const SourceText* text = nullptr;
    std::unique_ptr<pb::Message> message;
    pb::TextFormat::ParseInfoTree lines;

    Status parse() {
        FirstError errors;
        pb::TextFormat::Parser parser;
        parser.RecordErrorsTo(&errors);
        parser.WriteLocationsTo(&lines);
        if (!parser.ParseFromString(text->text, message.get())) return at_line(*text, errors.line(), errors.message());
        return ok();
    }

    int count(int field) const {
        const auto* descriptor = message->GetDescriptor()->FindFieldByNumber(field);
        return message->GetReflection()->FieldSize(*message, descriptor);
    }

    /// The line where the last step begins.
    int line_of(std::span<const Step> path) const {
        const pb::TextFormat::ParseInfoTree* tree = &lines;
        const pb::Descriptor* type = message->GetDescriptor();
        int line = 0;
        for (const Step& step : path) {
            const auto* field = type->FindFieldByNumber(step.field);
            line = tree->GetLocation(field, step.index).line;
            tree = tree->GetTreeForNested(field, step.index);
            type = field->message_type();
        }
        return line;
    }
};

/// The loader counts over all texts; each text counts its own.
Failure told_by_line(std::span<const Part> parts, const Blame& blame) {
    std::vector<Step> path = blame.path;
    for (const Part& part : parts) {
        const int count = path.empty() ? 0 : part.count(path.front().field);
        if (!path.empty() && path.front().index < count) return at_line(*part.text, part.line_of(path), blame.what);
        if (!path.empty()) path.front().index -= count;
    }
    return fail(Fault::malformed, blame.what);
}

}  // namespace

Result<Compiled> compile(std::span<const SourceText> texts) {
    Format format;
    std::vector<Part> parts(texts.size());
    std::string bytes;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        parts[i].text = &texts[i];
        parts[i].message = format.make();
        TERN_CHECK(parts[i].parse());
        bytes += parts[i].message->SerializeAsString();
    }
    Blame blame;
    auto loaded = load(view(bytes), &blame);
    if (!loaded) return told_by_line(parts, blame);
    return Compiled{std::move(bytes), std::move(*loaded)};
}

}  // namespace schema
}  // namespace tern
