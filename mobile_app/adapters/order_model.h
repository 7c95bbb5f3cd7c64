// A document with lines while it is being written: the lines as a list, what they come to, and what a person should
// know first. Everything is worked out by the core; here stand words and rows.
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QQmlParserStatus>
#include <QVariantList>

#include <tern/ordering.h>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class OrderModel : public QAbstractListModel, public QQmlParserStatus {
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    /// What is written; set once, before the component is complete.
    Q_PROPERTY(QString entity MEMBER entity_ NOTIFY loadedChanged)
    Q_PROPERTY(QString recordId MEMBER record_ NOTIFY loadedChanged)  ///< of one that is there; empty: a new one
    Q_PROPERTY(QString copyOf MEMBER copy_of_ NOTIFY loadedChanged)   ///< whose lines a new one begins with
    Q_PROPERTY(QString account READ account WRITE setAccount NOTIFY loadedChanged)
    Q_PROPERTY(QString accountName READ accountName NOTIFY loadedChanged)
    Q_PROPERTY(QString bookName READ bookName NOTIFY loadedChanged)
    Q_PROPERTY(QString currency READ currency NOTIFY loadedChanged)
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)
    Q_PROPERTY(int count READ count NOTIFY totalsChanged)
    Q_PROPERTY(QString net READ net NOTIFY totalsChanged)
    Q_PROPERTY(QString discount READ discount NOTIFY totalsChanged)  ///< empty: none
    Q_PROPERTY(QString tax READ tax NOTIFY totalsChanged)
    Q_PROPERTY(QString total READ total NOTIFY totalsChanged)
    Q_PROPERTY(bool holdsTax READ holdsTax NOTIFY totalsChanged)
    /// [{"kind": "credit", "approval", "tone", "text"}…]
    Q_PROPERTY(QVariantList warnings READ warnings NOTIFY totalsChanged)
    Q_PROPERTY(bool needsApproval READ needsApproval NOTIFY totalsChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY totalsChanged)  ///< why it cannot be saved yet
    Q_PROPERTY(bool settled READ settled NOTIFY totalsChanged)     ///< what is shown answers what was typed
    Q_PROPERTY(bool dirty READ dirty NOTIFY totalsChanged)
    Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
    /// [{"id", "name", "note", "price", "lastQty"}…]
    Q_PROPERTY(QVariantList found READ found NOTIFY foundChanged)
    Q_PROPERTY(QVariantList again READ again NOTIFY foundChanged)

public:
    enum Role {
        NameRole = Qt::UserRole,
        SkuRole,
        UnitRole,
        QtyRole,
        DiscountRole,
        PriceRole,       ///< as people read it
        TypedPriceRole,  ///< as it was typed; empty: by the price book
        AmountRole,
        ReasonRole,
        HintRole,  ///< the next break
        ProblemRole,
    };
    explicit OrderModel(QObject* parent = nullptr);
    void classBegin() override {}
    void componentComplete() override;

    QString account() const;
    void setAccount(const QString& id);
    QString accountName() const { return account_name_; }
    QString bookName() const { return book_name_; }
    QString currency() const { return QString::fromStdString(draft_.currency); }
    bool loaded() const { return loaded_; }
    int count() const { return static_cast<int>(draft_.lines.size()); }
    QString net() const { return net_; }
    QString discount() const { return shown(preview_.discount, true); }
    QString tax() const { return shown(preview_.tax, false); }
    QString total() const { return shown(preview_.total, false); }
    bool holdsTax() const { return preview_.holds_tax; }
    QVariantList warnings() const { return warnings_; }
    bool needsApproval() const { return !preview_.approvals.empty(); }
    QString problem() const;
    bool settled() const { return seen_ == asked_; }
    bool dirty() const { return dirty_; }
    bool saving() const { return saving_; }
    QVariantList found() const { return found_; }
    QVariantList again() const { return again_; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void search(const QString& text);
    /// Enter in the search box, as a scanner sends it: one more of the product that bears that code, else of the first
    /// that the words find. noSuchProduct() where there is none.
    Q_INVOKABLE void take(const QString& text);
    /// One more of it, or `qty` where there is none of it yet.
    Q_INVOKABLE void add(const QString& product, const QString& qty = QStringLiteral("1"));
    Q_INVOKABLE void step(int row, int by);
    Q_INVOKABLE void setQty(int row, const QString& text);
    Q_INVOKABLE void setDiscount(int row, const QString& text);
    Q_INVOKABLE void setPrice(int row, const QString& text);
    Q_INVOKABLE void discountAll(const QString& text);
    Q_INVOKABLE void removeLine(int row);
    Q_INVOKABLE void restoreLine();
    Q_INVOKABLE QString field(const QString& name) const;
    Q_INVOKABLE void setField(const QString& name, const QString& text);
    Q_INVOKABLE void setBook(const QString& id);
    Q_INVOKABLE void save(bool submit);

Q_SIGNALS:
    void loadedChanged();
    void totalsChanged();
    void savingChanged();
    void foundChanged();
    void added(int row);
    void noSuchProduct(const QString& text);
    void saved(const QString& id, bool in_approval);

private:
    struct Names {
        QString account, book;
    };
    void load();
    void take_draft(DocumentDraft draft);
    void name_them();
    void changed(int row);
    void look();
    void shown_again(Preview preview);
    void make_warnings();
    void put_line(DraftLine line);
    DraftLine* line(int row);
    QString reason(const LinePreview& look) const;
    QString hint(const LinePreview& look) const;
    static QString shown(const Amount& amount, bool nothing_is_empty);
    static QVariantList choices(const std::vector<ProductChoice>& products);

    QString entity_, record_, copy_of_, account_;
    QString account_name_, book_name_, net_;
    DocumentDraft draft_;
    Preview preview_;
    std::optional<std::pair<int, DraftLine>> removed_;
    QVariantList warnings_, found_, again_;
    bool loaded_ = false, saving_ = false, dirty_ = false, complete_ = false;
    quint64 asked_ = 0, seen_ = 0, searched_ = 0;
};

}  // namespace tern::app
