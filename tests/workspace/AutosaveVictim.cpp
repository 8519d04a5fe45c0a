// Works on a request until it is killed: AutosaveVictim FOLDER PATH SCOPE...
// PATH is the request's file, or - for none. Prints 'kept' when the request is autosaved.

#include "workspace/Autosave.h"
#include "workspace/SmallCatalog.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char** argv)
{
    using namespace scopes;
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Workspace workspace(tests::smallCatalog({u"a"_s, u"b"_s}));
    RequestSession session(workspace);
    Autosave autosave(session, arguments.at(1), {std::chrono::milliseconds(20), std::chrono::milliseconds(100)});
    if (arguments.at(2) != u"-"_s && hasErrors(session.open(arguments.at(2))))
        return 1;
    QObject::connect(&autosave, &Autosave::written, &app, [] {
        std::puts("kept");
        std::fflush(stdout);
    });
    workspace.addScopes(arguments.mid(3));
    return QCoreApplication::exec();
}
