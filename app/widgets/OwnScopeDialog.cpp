#include "widgets/OwnScopeDialog.h"

#include "document/VisibleText.h"
#include "widgets/NamedComboBox.h"
#include "widgets/NoteLabel.h"
#include "widgets/SaveButtons.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// RFC 6749, section 3.3: printable ASCII but for space, '"' and '\'.
bool isScopeToken(const QString& name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar unit) {
        return unit.unicode() > 0x20 && unit.unicode() < 0x7F && unit != u'"' && unit != u'\\';
    });
}

} // namespace

OwnScopeDialog::OwnScopeDialog(
    const CatalogPointer& base, const Overlay& overlay, const QString& name, QString today, QWidget* parent)
    : SavingDialog(parent)
    , m_base(base)
    , m_overlay(overlay)
    , m_edited(overlay.scopes.contains(name) ? name : QString())
    , m_today(std::move(today))
    , m_name(new QLineEdit(name))
    , m_topic(new NamedComboBox)
    , m_definition(new QPlainTextEdit)
    , m_isUserDisplayKnown(new QCheckBox(tr("&The user reads:")))
    , m_userDisplay(new QPlainTextEdit)
    , m_problem(new NoteLabel(this))
{
    setWindowTitle(m_edited.isEmpty() ? tr("Add Own Scope") : tr("Own Scope"));
    m_topic->setEditable(true);
    constexpr int mostTopics = 1000;
    for (int topic = 0; topic < std::min(base->topicCount(), mostTopics); ++topic)
        m_topic->addItem(toQString(base->topic(topic).name));
    m_topic->setCurrentText(tr("Own scopes"));
    if (!m_edited.isEmpty()) {
        const OwnScope& own = overlay.scopes.at(m_edited);
        m_name->setReadOnly(true);
        m_topic->setCurrentText(own.topic);
        m_definition->setPlainText(own.definition);
        m_isUserDisplayKnown->setChecked(own.userDisplay.has_value());
        m_userDisplay->setPlainText(own.userDisplay.value_or(QString()));
    }
    layOut();
    connect(m_name, &QLineEdit::textChanged, this, &OwnScopeDialog::check);
    connect(m_topic, &QComboBox::editTextChanged, this, &OwnScopeDialog::check);
    connect(m_isUserDisplayKnown, &QCheckBox::toggled, this, &OwnScopeDialog::check);
    check();
    const int line = fontMetrics().height();
    resize(QSize(30 * line, 24 * line).boundedTo(screen()->availableSize() * 9 / 10));
}

void OwnScopeDialog::layOut()
{
    auto* const about = new NoteLabel(this);
    about->setNote(tr("The scope stands in the tree of “%1” and is marked as own: the provider does not document it.")
                       .arg(visibleText(m_base->name(), 100)));
    auto* const form = new QFormLayout;
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("T&opic:"), m_topic);
    form->addRow(tr("&Definition:"), m_definition);
    form->addRow(m_isUserDisplayKnown, m_userDisplay);
    m_name->setAccessibleName(tr("Name"));
    m_topic->setAccessibleName(tr("Topic"));
    m_definition->setAccessibleName(tr("Definition"));
    m_userDisplay->setAccessibleName(tr("User display"));
    for (QPlainTextEdit* const edit : {m_definition, m_userDisplay}) {
        edit->setTabChangesFocus(true);
        edit->setMinimumHeight(3 * fontMetrics().height());
    }
    auto* const buttons = saveButtons(*this);
    m_save = buttons->button(QDialogButtonBox::Save);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addLayout(form, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    if (m_edited.isEmpty())
        m_name->setFocus();
    else
        m_definition->setFocus();
}

QString OwnScopeDialog::name() const
{
    return m_edited.isEmpty() ? m_name->text().trimmed() : m_edited;
}

void OwnScopeDialog::check()
{
    m_userDisplay->setEnabled(m_isUserDisplayKnown->isChecked());
    QString problem;
    if (m_edited.isEmpty() && name().isEmpty())
        problem = tr("Type the scope’s name.");
    else if (m_edited.isEmpty() && !isScopeToken(name()))
        problem = tr("A scope’s name has printable ASCII characters only, no space, quotation mark or backslash (RFC 6749, "
                     "section 3.3).");
    else if (m_edited.isEmpty() && m_base->find(name()) != noId)
        problem = tr("The catalog has this scope already; you can write a note on it.");
    else if (m_edited.isEmpty() && m_overlay.scopes.contains(name()))
        problem = tr("You have added this scope already.");
    else if (m_topic->currentText().trimmed().isEmpty())
        problem = tr("Type or choose a topic.");
    m_problem->setNote(problem);
    m_save->setEnabled(problem.isEmpty());
}

Overlay OwnScopeDialog::overlay() const
{
    Overlay after = m_overlay;
    OwnScope scope = m_edited.isEmpty() ? OwnScope() : m_overlay.scopes.at(m_edited);
    const OwnScope before = scope;
    scope.topic = m_topic->currentText().trimmed();
    scope.definition = m_definition->toPlainText().trimmed();
    scope.userDisplay = m_isUserDisplayKnown->isChecked() ? std::optional(m_userDisplay->toPlainText().trimmed()) : std::nullopt;
    if (!(scope == before))
        scope.date = m_today;
    after.scopes.insert_or_assign(name(), scope);
    return after;
}

} // namespace scopes
