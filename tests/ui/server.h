// A server for stories and pictures.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace tern::test {

/// tern-server on a port of its own, with a folder that goes with it.
class Server {
public:
    Server() {
        process_.setProgram(QStringLiteral(TERN_SERVER));
        process_.setArguments({"serve", "--data", folder_.path(), "--listen", "127.0.0.1:0", "--insecure"});
        process_.setProcessChannelMode(QProcess::MergedChannels);
        process_.start();
        QByteArray said;
        while (!said.contains("listening on ") || !said.contains('\n'))
            if (process_.waitForReadyRead(20'000))
                said += process_.readAll();
            else
                break;
        const auto from = said.indexOf("127.0.0.1:");
        url_ = QStringLiteral("ws://") +
               QString::fromLatin1(said.mid(from).split('\n').value(0).split(' ').value(0)).trimmed();
    }
    ~Server() {
        process_.terminate();
        process_.waitForFinished();
    }
    const QString& url() const { return url_; }

private:
    QTemporaryDir folder_;
    QProcess process_;
    QString url_;
};

}  // namespace tern::test
