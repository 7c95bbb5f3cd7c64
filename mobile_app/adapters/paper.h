// A quote, order or invoice as it goes to the customer: what stands on it, and the PDF.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QStringList>
#include <QVariantList>
#include <vector>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

/// Texts as people read them, in one language.
struct Paper {
    QString entity, title, number, state, state_label, from;
    QString customer;
    QStringList address;
    std::vector<std::pair<QString, QString>> facts;  ///< number, dates, terms
    struct Line {
        QString name, sku, qty, unit, price, discount, tax, amount;
    };
    std::vector<Line> lines;
    std::vector<std::pair<QString, QString>> totals;  ///< the last one is what is to be paid
    QString terms;

    /// All that is printed, in its order, by lines of text.
    QString text() const;
};

/// On the core's thread. `not_found`, or `bad_argument` for a record without lines.
Result<Paper> read_paper(Client& client, const Reader& reader, const RecordId& id);

struct Printed {
    QString file;
    int pages = 0;
};
/// A4; overwrites. `storage` where the file cannot be written. On any thread.
Result<Printed> print_paper(const Paper& paper, const QString& file);

/// For pages: what stands on the document with that id, and the way to its PDF.
class PaperModel : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(DocumentPaper)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)  ///< it is there and has a place for lines
    Q_PROPERTY(QString entity READ entity NOTIFY loadedChanged)
    Q_PROPERTY(QString state READ state NOTIFY loadedChanged)  ///< by name
    Q_PROPERTY(QString stateLabel READ stateLabel NOTIFY loadedChanged)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY loadedChanged)    ///< name, sku, qty, unit, price, discount, amount
    Q_PROPERTY(QVariantList totals READ totals NOTIFY loadedChanged)  ///< label, amount
    Q_PROPERTY(bool printing READ printing NOTIFY printingChanged)

public:
    explicit PaperModel(QObject* parent = nullptr);

    QString recordId() const { return id_; }
    void setRecordId(const QString& id);
    bool loaded() const { return loaded_; }
    QString entity() const { return paper_.entity; }
    QString state() const { return paper_.state; }
    QString stateLabel() const { return paper_.state_label; }
    QVariantList lines() const;
    QVariantList totals() const;
    bool printing() const { return printing_; }

    /// Into `folder`, or the person's documents; printed() tells where.
    Q_INVOKABLE void savePdf(const QString& folder = {});

Q_SIGNALS:
    void recordIdChanged();
    void loadedChanged();
    void printingChanged();
    void printed(const QString& file, int pages);

private:
    void load();

    QString id_;
    Paper paper_;
    bool loaded_ = false, printing_ = false;
};

}  // namespace tern::app
