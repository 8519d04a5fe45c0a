#include "widgets/AboutDialog.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "widgets/Icons.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSysInfo>
#include <QVBoxLayout>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString shown(Text text)
{
    return visibleText(toQString(text), 4000);
}

QString licence()
{
    QFile file(u":/LICENSE"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Who says it: a reader must not take others' words for the provider's.
QString kindOf(const Source& source)
{
    switch (source.kind) {
    case Source::Kind::Provider:
        return AboutDialog::tr("the provider's own word");
    case Source::Kind::Specification:
        return AboutDialog::tr("a specification");
    case Source::Kind::ThirdParty:
        return AboutDialog::tr("seen by others, not the provider's word");
    case Source::Kind::Own:
        return AboutDialog::tr("your own word, from the overlay");
    }
    return {};
}

QString paragraphOf(const Source& source)
{
    QStringList lines{shown(source.title.empty() ? source.id : source.title)};
    if (!source.url.empty())
        lines.append(shown(source.url));
    lines.append(source.retrieved.empty() ? kindOf(source)
                                          : AboutDialog::tr("retrieved %1, %2").arg(shown(source.retrieved), kindOf(source)));
    if (!source.note.empty())
        lines.append(shown(source.note));
    return lines.join(u'\n');
}

QString sizeOf(const ScopeCatalog& catalog)
{
    return AboutDialog::tr("%1 in %L2 topics, %L3 endpoints, %L4 sources")
        .arg(scopeCount(catalog.scopeCount()))
        .arg(catalog.topicCount())
        .arg(catalog.endpoints().size())
        .arg(catalog.sources().size());
}

QString dateOf(const ScopeCatalog& catalog)
{
    return catalog.retrieved().isEmpty() ? AboutDialog::tr("no date is given")
                                         : AboutDialog::tr("as of %1").arg(visibleText(catalog.retrieved(), 40));
}

} // namespace

AboutDialog* AboutDialog::ofProgram(const ScopeCatalog& catalog, QWidget* parent)
{
    const QString lines =
        tr("Version %1\nQt %2, %3\nCatalog: %4, %5 (%6)")
            .arg(QStringLiteral(SCOPE_EXPLORER_VERSION), QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(),
                visibleText(catalog.name(), 200), dateOf(catalog), sizeOf(catalog));
    auto* dialog = new AboutDialog(tr("Scope Explorer"), lines, tr("Licence"), licence(), parent);
    dialog->setWindowTitle(tr("About Scope Explorer"));
    return dialog;
}

AboutDialog* AboutDialog::ofCatalog(const ScopeCatalog& catalog, QWidget* parent)
{
    QStringList paragraphs;
    for (const Source& source : catalog.sources())
        paragraphs.append(paragraphOf(source));
    QString lines = sizeOf(catalog) + u", "_s + dateOf(catalog);
    if (!catalog.about().isEmpty())
        lines += u'\n' + visibleText(catalog.about(), 4000);
    auto* dialog = new AboutDialog(visibleText(catalog.name(), 200), lines, tr("Sources"), paragraphs.join(u"\n\n"_s), parent);
    dialog->setWindowTitle(tr("About This Catalog"));
    return dialog;
}

AboutDialog::AboutDialog(
    const QString& heading, const QString& lines, const QString& textName, const QString& text, QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto* icon = new QLabel(this);
    icon->setPixmap(applicationIcon().pixmap(QSize(48, 48), devicePixelRatioF()));
    icon->setAlignment(Qt::AlignTop);
    auto* name = new QLabel(heading, this);
    name->setTextFormat(Qt::PlainText);
    QFont font = name->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.4);
    name->setFont(font);
    auto* facts = new QLabel(lines, this);
    facts->setTextFormat(Qt::PlainText);
    facts->setWordWrap(true);
    facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* textLabel = new QLabel(textName, this);
    auto* longText = new QPlainTextEdit(text, this);
    longText->setReadOnly(true);
    longText->setTabChangesFocus(true);
    longText->setAccessibleName(textName);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* side = new QVBoxLayout;
    side->addWidget(name);
    side->addWidget(facts);
    auto* top = new QHBoxLayout;
    top->addWidget(icon);
    top->addLayout(side, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(textLabel);
    layout->addWidget(longText, 1);
    layout->addWidget(buttons);
    const int letter = fontMetrics().averageCharWidth();
    resize(90 * letter, 75 * letter);
}

} // namespace scopes
