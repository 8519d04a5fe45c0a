#include "RandomNames.h"
#include "request/ScopeFormat.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace scopes;
using namespace Qt::StringLiterals;

/// Has what the formats write read by the languages' own parsers, where they are installed.
class LiteralParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pythonReadsPythonJsonYamlAndShell();
    void nodeReadsJavaScript();
    void compilerReadsCpp_data();
    void compilerReadsCpp();
    void compilerReadsRust();
    void compilerReadsJava();

private: // NOLINT(readability-redundant-access-specifiers): moc needs the slots in a section of their own
    struct Case
    {
        QString text;
        QStringList names;
    };

    std::vector<Case> cases(const QString& formatId, int count) const;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    void write(const QString& name, const QString& text) const;
    bool run(const QString& program, const QStringList& arguments) const;

    QTemporaryDir m_folder;
    quint32 m_seed = 0;
};

void LiteralParserTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_seed = tests::seed(23);
}

std::vector<LiteralParserTest::Case> LiteralParserTest::cases(const QString& formatId, int count) const
{
    QRandomGenerator random(m_seed);
    std::vector<Case> made;
    for (int round = 0; round < count; ++round) {
        const auto names = tests::randomList(random, 4, round % 3 == 0 ? tests::realisticName : tests::hostileName);
        if (const auto written = format(formatId, names))
            made.push_back({written.value(), names});
    }
    return made;
}

void LiteralParserTest::write(const QString& name, const QString& text) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

bool LiteralParserTest::run(const QString& program, const QStringList& arguments) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    const bool ended = process.waitForFinished(120'000);
    const QByteArray said = process.readAll().trimmed().left(4'000);
    if (!said.isEmpty())
        qInfo("%s", said.constData());
    return ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

void LiteralParserTest::pythonReadsPythonJsonYamlAndShell()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("python3 is not installed: its literals, JSON, YAML and shell lines are not read by real parsers.");
    QJsonArray all;
    for (const QString& id : {u"python"_s, u"json-array"_s, u"json-property"_s, u"yaml-list"_s, u"shell-export"_s, u"env"_s}) {
        for (const Case& one : cases(id, 600)) {
            all.append(
                QJsonObject{{u"format"_s, id}, {u"text"_s, one.text}, {u"names"_s, QJsonArray::fromStringList(one.names)}});
        }
    }
    write(u"cases.json"_s, QString::fromUtf8(QJsonDocument(all).toJson()));
    QVERIFY(run(python, {QFINDTESTDATA("readLiterals.py"), path(u"cases.json"_s)}));
}

void LiteralParserTest::nodeReadsJavaScript()
{
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty())
        QSKIP("node is not installed: JavaScript literals are not read by a real parser.");
    QString script = u"'use strict';\nlet failed = 0;\nfunction check(read, names) {\n"
                     "  if (JSON.stringify(read) !== JSON.stringify(names)) { ++failed; console.log(read, names); }\n}\n"_s;
    for (const Case& one : cases(u"javascript"_s, 600)) {
        const QByteArray names = QJsonDocument(QJsonArray::fromStringList(one.names)).toJson(QJsonDocument::Compact);
        script += u"check("_s + one.text + u", "_s + QString::fromUtf8(names) + u");\n"_s;
    }
    write(u"check.js"_s, script + u"process.exit(failed ? 1 : 0);\n"_s);
    QVERIFY(run(node, {path(u"check.js"_s)}));
}

void LiteralParserTest::compilerReadsCpp_data()
{
    QTest::addColumn<QString>("standard");

    QTest::newRow("with trigraphs, C++14") << u"-std=c++14"_s;
    QTest::newRow("C++20") << u"-std=c++20"_s;
}

void LiteralParserTest::compilerReadsCpp()
{
    QFETCH(const QString, standard);
    const QString compiler = QStandardPaths::findExecutable(u"g++"_s);
    if (compiler.isEmpty())
        QSKIP("g++ is not installed: C++ literals are not read by a real compiler.");
    QString source = u"#include <string>\n#include <vector>\nusing Bytes = std::vector<std::vector<unsigned char>>;\n"
                     "static bool same(const std::vector<std::string>& read, const Bytes& names)\n{\n"
                     "    if (read.size() != names.size()) return false;\n"
                     "    for (std::size_t i = 0; i < read.size(); ++i)\n"
                     "        if (read[i] != std::string(names[i].begin(), names[i].end())) return false;\n"
                     "    return true;\n}\nint main()\n{\n    int failed = 0;\n"_s;
    for (const Case& one : cases(u"cpp"_s, 60)) {
        QStringList names;
        for (const QString& name : one.names) {
            QStringList bytes;
            for (const char byte : name.toUtf8())
                bytes.append(QString::number(static_cast<unsigned char>(byte)));
            names.append(u"std::vector<unsigned char>{"_s + bytes.join(u',') + u'}');
        }
        source += u"    failed += !same("_s + one.text + u", Bytes{"_s + names.join(u',') + u"});\n"_s;
    }
    write(u"check.cpp"_s, source + u"    return failed ? 1 : 0;\n}\n"_s);
    QVERIFY(run(compiler, {standard, u"-w"_s, u"-O0"_s, u"-o"_s, path(u"check"_s), path(u"check.cpp"_s)}));
    QVERIFY(run(path(u"check"_s), {}));
}

void LiteralParserTest::compilerReadsRust()
{
    const QString compiler = QStandardPaths::findExecutable(u"rustc"_s);
    if (compiler.isEmpty() || !run(compiler, {u"--version"_s}))
        QSKIP("rustc is not installed: Rust literals are not read by a real compiler.");
    QString source = u"fn main() {\n    let mut failed = 0;\n"_s;
    for (const Case& one : cases(u"rust"_s, 60)) {
        QStringList names;
        for (const QString& name : one.names) {
            QStringList units;
            for (const QChar unit : name)
                units.append(QString::number(unit.unicode()));
            names.append(u"vec!["_s + units.join(u',') + u']');
        }
        source += u"    let read: Vec<Vec<u16>> = "_s + one.text
            + u".iter().map(|n: &&str| n.encode_utf16().collect()).collect();\n"
              "    let names: Vec<Vec<u16>> = vec!["_s
            + names.join(u',') + u"];\n    if read != names { failed += 1; }\n"_s;
    }
    write(u"check.rs"_s, source + u"    std::process::exit(if failed > 0 { 1 } else { 0 });\n}\n"_s);
    QVERIFY(run(compiler, {u"-o"_s, path(u"check-rust"_s), path(u"check.rs"_s)}));
    QVERIFY(run(path(u"check-rust"_s), {}));
}

void LiteralParserTest::compilerReadsJava()
{
    const QString java = QStandardPaths::findExecutable(u"java"_s);
    if (java.isEmpty() || QStandardPaths::findExecutable(u"javac"_s).isEmpty())
        QSKIP("A Java development kit is not installed: Java literals are not read by a real compiler.");
    QString source = u"import java.util.List;\npublic class Check {\n    static int failed = 0;\n"
                     "    static void check(List<String> read, int[][] names) {\n"
                     "        boolean same = read.size() == names.length;\n"
                     "        for (int i = 0; same && i < names.length; ++i)\n"
                     "            same = java.util.Arrays.equals(read.get(i).chars().toArray(), names[i]);\n"
                     "        if (!same) { ++failed; System.out.println(read); }\n    }\n"
                     "    public static void main(String[] arguments) {\n"_s;
    for (const Case& one : cases(u"java"_s, 200)) {
        QStringList names;
        for (const QString& name : one.names) {
            QStringList units;
            for (const QChar unit : name)
                units.append(QString::number(unit.unicode()));
            names.append(u'{' + units.join(u',') + u'}');
        }
        source += u"        check("_s + one.text + u", new int[][]{"_s + names.join(u',') + u"});\n"_s;
    }
    write(u"Check.java"_s, source + u"        System.exit(failed > 0 ? 1 : 0);\n    }\n}\n"_s);
    QVERIFY(run(java, {path(u"Check.java"_s)}));
}

SCOPES_TEST(LiteralParserTest)
#include "LiteralParserTest.moc"
