// A file on its way into records: looked at, mapped, tried, taken, and taken back.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>
#include <atomic>
#include <map>
#include <memory>

#include <tern/import.h>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class ImportModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Phase phase READ phase NOTIFY changed)
    Q_PROPERTY(QString file READ file NOTIFY changed)  ///< its name, without the folder
    Q_PROPERTY(QString entity READ entity WRITE setEntity NOTIFY changed)
    Q_PROPERTY(
        QString match READ match WRITE setMatch NOTIFY changed)   ///< a field by which a row is known; empty: by id
    Q_PROPERTY(QVariantList columns READ columns NOTIFY changed)  ///< {"name", "field", "label", "samples"}
    Q_PROPERTY(double part READ part NOTIFY progressed)           ///< of the work at hand, 0 to 1
    /// {"rows", "created", "updated", "unchanged", "refused", "stopped"}: of the trial, then of the import.
    Q_PROPERTY(QVariantMap report READ report NOTIFY changed)
    Q_PROPERTY(QVariantList notes READ notes NOTIFY changed)  ///< {"row", "reason"}: what was or would be refused
    Q_PROPERTY(QString problem READ problem NOTIFY changed)   ///< of the file or the map as a whole

public:
    enum Phase { Choosing, Looking, Ready, Working, Done };
    Q_ENUM(Phase)
    explicit ImportModel(QObject* parent = nullptr);
    ~ImportModel() override;

    Phase phase() const { return phase_; }
    QString file() const;
    QString entity() const { return QString::fromStdString(request_.entity); }
    void setEntity(const QString& entity);
    QString match() const;
    void setMatch(const QString& field);
    QVariantList columns() const { return columns_; }
    double part() const { return part_; }
    QVariantMap report() const { return report_; }
    QVariantList notes() const { return notes_; }
    QString problem() const { return problem_; }

    /// A path or a file:// address.
    Q_INVOKABLE void open(const QString& file);
    /// Which field a column goes into; empty: none.
    Q_INVOKABLE void put(const QString& column, const QString& field);
    Q_INVOKABLE void take();
    /// Ends the import after the row that it is at; what was taken can be undone.
    Q_INVOKABLE void cancel();
    /// The last import of this model, or one by its id.
    Q_INVOKABLE void undo(const QString& job = {});
    Q_INVOKABLE void reset();

Q_SIGNALS:
    void changed();
    void progressed();
    void undone(int deleted, int restored, int left);

private:
    struct Looked {
        FileLook look;
        std::optional<Failure> problem;
        std::optional<ImportReport> trial;
    };
    using Stop = std::shared_ptr<std::atomic<bool>>;
    void look();
    void take_look(Looked looked);
    void tell(const ImportReport& report);
    void set_phase(Phase phase);
    ImportHooks hooks(const Stop& stop);
    static Looked look_and_try(Client& client, const ImportRequest& request, const ImportHooks& hooks);

    ImportRequest request_;
    std::map<QString, QString> told_;  ///< by column; empty: left out
    Phase phase_ = Choosing;
    QVariantList columns_, notes_;
    QVariantMap report_;
    QString problem_;
    double part_ = 0;
    std::vector<RecordId> jobs_;
    Stop stop_ = std::make_shared<std::atomic<bool>>(false);
    quint64 asked_ = 0;  ///< an answer to an older question is dropped
};

}  // namespace tern::app
