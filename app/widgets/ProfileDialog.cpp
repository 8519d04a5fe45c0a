#include "widgets/ProfileDialog.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "widgets/NamedComboBox.h"
#include "widgets/NoteLabel.h"
#include "widgets/SaveButtons.h"
#include "widgets/ScopeLinesEdit.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace scopes {

using namespace Qt::StringLiterals;

ProfileDialog::ProfileDialog(AppProfile profile, const Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_profile(std::move(profile))
    , m_workspace(workspace)
    , m_name(new QLineEdit(visibleText(m_profile.name, 200)))
    , m_platform(new NamedComboBox)
    , m_clientKey(new QLineEdit(m_profile.clientKey))
    , m_approved(new ScopeLinesEdit(workspace.catalogPointer()))
    , m_note(new NoteLabel(this))
    , m_appliedFor(new ScopeLinesEdit(workspace.catalogPointer()))
    , m_products(new QPlainTextEdit(m_profile.products.join(u'\n')))
    , m_redirectUris(new QPlainTextEdit(m_profile.redirectUris.join(u'\n')))
{
    setWindowTitle(tr("App Profile"));
    m_approved->setScopes(m_profile.approved);
    m_appliedFor->setScopes(m_profile.appliedFor);
    m_approved->setPlaceholderText(tr("One scope a line, or paste the list from the provider's portal."));
    m_redirectUris->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_redirectUris->setTabChangesFocus(true);
    m_products->setTabChangesFocus(true);
    fillPlatforms();
    layOut();
    connect(m_approved, &QPlainTextEdit::textChanged, this, &ProfileDialog::showNote);
    showNote();
    const int line = fontMetrics().height();
    resize(32 * line, 30 * line);
}

void ProfileDialog::layOut()
{
    auto* const form = new QFormLayout;
    const auto add = [form](const QString& label, QWidget* field, QWidget* named) {
        form->addRow(label, field);
        named->setAccessibleName(QString(label).remove(u'&').remove(u':'));
        if (auto* const shown = qobject_cast<QLabel*>(form->labelForField(field)))
            shown->setBuddy(named);
    };
    add(tr("&Name:"), m_name, m_name);
    add(tr("&Platform:"), m_platform, m_platform);
    add(tr("&Client key:"), m_clientKey, m_clientKey);
    add(tr("&Approved scopes:"), approvedField(), m_approved);
    add(tr("Applied &for:"), m_appliedFor, m_appliedFor);
    add(tr("P&roducts:"), m_products, m_products);
    add(tr("Redirect &URIs:"), m_redirectUris, m_redirectUris);
    for (QPlainTextEdit* const edit : {static_cast<QPlainTextEdit*>(m_appliedFor), m_products, m_redirectUris})
        edit->setMinimumHeight(2 * fontMetrics().height());

    auto* const secret = new NoteLabel(this);
    secret->setNote(tr("A profile holds no secret: it can be kept in version control."));
    auto* const buttons = saveButtons(*this);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(form, 1);
    layout->addWidget(secret);
    layout->addWidget(buttons);
}

QWidget* ProfileDialog::approvedField()
{
    auto* const field = new QWidget; // the form that takes it owns it
    auto* const take = new QPushButton(tr("Add the &Ticked Scopes"));
    take->setAccessibleName(tr("Add the Ticked Scopes"));
    setPlainToolTip(*take, tr("Adds all scopes that the request holds now."));
    take->setEnabled(!m_workspace.selection().isEmpty());
    connect(take, &QPushButton::clicked, this, [this] { m_approved->addScopes(m_workspace.selection().names()); });
    auto* const row = new QHBoxLayout;
    row->addWidget(take);
    row->addWidget(m_note, 1);
    auto* const layout = new QVBoxLayout(field);
    layout->setContentsMargins({});
    layout->addWidget(m_approved, 1);
    layout->addLayout(row);
    m_approved->setMinimumHeight(5 * fontMetrics().height());
    return field;
}

void ProfileDialog::fillPlatforms()
{
    m_platform->addItem(tr("not said"), QString());
    for (const Platform& platform : m_workspace.catalog().provider().platforms)
        m_platform->addItem(visibleText(toQString(platform.name), 80), toQString(platform.id));
    if (m_platform->findData(m_profile.platform) < 0)
        m_platform->addItem(visibleText(m_profile.platform, 80), m_profile.platform);
    m_platform->setCurrentIndex(m_platform->findData(m_profile.platform));
}

void ProfileDialog::showNote()
{
    const QStringList names = m_approved->scopes();
    QStringList unknown;
    for (const QString& name : names) {
        if (!m_workspace.isDocumented(name))
            unknown += name;
    }
    QString note = scopeCount(names.size());
    if (!unknown.isEmpty())
        note = tr("%1. Not documented: %2").arg(note, visibleText(unknown.join(u", "_s), 120));
    m_note->setNote(note);
}

QStringList ProfileDialog::linesOf(const QPlainTextEdit& edit)
{
    QStringList lines;
    for (const QString& line : edit.toPlainText().split(u'\n')) {
        const QString entry = line.trimmed();
        if (!entry.isEmpty() && !lines.contains(entry))
            lines += entry;
    }
    return lines;
}

AppProfile ProfileDialog::profile() const
{
    AppProfile edited = m_profile;
    const QString name = m_name->text().trimmed();
    edited.name = name.isEmpty() ? tr("Unnamed app") : name;
    edited.platform = m_platform->currentData().toString();
    edited.clientKey = m_clientKey->text().trimmed();
    edited.approved = m_approved->scopes();
    edited.approved.sort();
    edited.appliedFor = m_appliedFor->scopes();
    edited.appliedFor.sort();
    edited.products = linesOf(*m_products);
    edited.redirectUris = linesOf(*m_redirectUris);
    return edited;
}

} // namespace scopes
