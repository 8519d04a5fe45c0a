#include "cli/Input.h"

#include "document/BoundedFile.h"
#include "document/DecodedText.h"
#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <cstdio>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

/// True for an operand that can only be meant as a file's path: it begins like one, or it is one word and ends like the files
/// that hold requests, settings or records. A misspelled name, or a pattern that the shell found nothing for, must not pass for
/// a text without faults.
bool isPath(const QString& operand)
{
    static const QRegularExpression path(u"^\\.{0,2}/[^\\s?]*$"_s);
    static const QRegularExpression fileName(
        u"^[^\\s?=,:]*\\.(json|ya?ml|env|txt|har|csv|log)$"_s, QRegularExpression::CaseInsensitiveOption);
    return path.match(operand).hasMatch() || fileName.match(operand).hasMatch();
}

Result<QByteArray> readStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Problem::error(tr("The standard input cannot be read: %1.").arg(input.errorString()));
    // A pipe gives what is in it so far: the end is reached only when it gives nothing.
    constexpr qint64 step = qint64{256} * 1024;
    QByteArray bytes;
    for (QByteArray piece = input.read(step); !piece.isEmpty() && bytes.size() <= largestInput; piece = input.read(step))
        bytes += piece;
    if (input.error() != QFileDevice::NoError)
        return Problem::error(tr("The standard input cannot be read: %1.").arg(input.errorString()));
    if (bytes.size() > largestInput)
        return Problem::error(tr("The input is larger than 64 MiB."));
    return bytes;
}

} // namespace

QString Input::shownName() const
{
    if (name.isEmpty())
        return tr("the text");
    return name == "-"_L1 ? tr("standard input") : visibleText(name, 300);
}

Result<QByteArray> readBytes(const QString& pathOrDash)
{
    return pathOrDash == "-"_L1 ? readStandardInput() : readBounded(pathOrDash, largestInput);
}

Result<Input> readInput(const QString& operand)
{
    constexpr qsizetype longestPath = 4096;
    const bool isFile = operand != "-"_L1 && operand.size() <= longestPath && !operand.contains(u'\n')
        && (QFileInfo::exists(operand) || isPath(operand));
    if (operand != "-"_L1 && !isFile)
        return Input{{}, operand, false};
    auto bytes = readBytes(operand);
    if (!bytes)
        return std::move(bytes.problems);
    return Input{operand, decodedText(*bytes.value), isFile};
}

std::optional<Input> readInput(const QString& operand, Invocation& invocation)
{
    auto input = readInput(operand);
    invocation.report(input.problems, visibleText(operand, 300));
    return std::move(input.value);
}

std::optional<std::optional<AppProfile>> readProfile(Invocation& invocation)
{
    const QString file = invocation.option(u"profile"_s);
    if (file.isNull())
        return std::optional<AppProfile>();
    auto profile = readAppProfileFile(file);
    invocation.report(profile.problems, visibleText(file, 300));
    if (!profile)
        return std::nullopt;
    return std::optional<AppProfile>(std::move(profile.value));
}

} // namespace scopes
