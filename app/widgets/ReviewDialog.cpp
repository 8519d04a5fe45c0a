#include "widgets/ReviewDialog.h"

#include "document/BoundedFile.h"
#include "document/DecodedText.h"
#include "document/VisibleText.h"
#include "models/ProviderNotes.h"
#include "request/ReviewExports.h"
#include "widgets/FileDialogs.h"
#include "widgets/NamedComboBox.h"
#include "widgets/NoteLabel.h"
#include "widgets/ReviewOutput.h"
#include "widgets/ReviewReadDialog.h"
#include "widgets/ReviewTable.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <numeric>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// What the first two choices of columns hold; the others, the number of a form.
constexpr int ownData = -1;
constexpr int allData = -2;

constexpr qint64 largestSheet = qint64{16} * 1024 * 1024; // bytes

/// What the engineer writes, with what is missing of it.
const std::vector<int> ownColumns{ReviewModel::ScopeColumn, ReviewModel::MissingColumn, ReviewModel::FeatureColumn,
    ReviewModel::ReasonColumn, ReviewModel::UserSeesColumn, ReviewModel::LinkColumn, ReviewModel::CallsColumn};

QString fileToSave(QWidget& parent)
{
    QFileDialog dialog(&parent, ReviewDialog::tr("Save Review Sheet"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    const QStringList suffixes{u"md"_s, u"html"_s, u"csv"_s, u"pdf"_s};
    const QStringList filters{ReviewDialog::tr("Markdown (*.md)"), ReviewDialog::tr("Web page (*.html)"),
        ReviewDialog::tr("Table that can be edited and read back (*.csv)"), ReviewDialog::tr("PDF document (*.pdf)")};
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(suffixes.first());
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
        [&](const QString& filter) { dialog.setDefaultSuffix(suffixes.value(filters.indexOf(filter))); });
    dialog.selectFile(u"review"_s);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

QString fileToRead(QWidget& parent)
{
    return QFileDialog::getOpenFileName(
        &parent, ReviewDialog::tr("Read Back Review Sheet"), {}, ReviewDialog::tr("Tables (*.csv);;All files (*)"));
}

std::vector<int> allColumns()
{
    std::vector<int> columns(ReviewModel::ColumnCount);
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

} // namespace

ReviewDialog::ReviewDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_model(new ReviewModel(workspace, this))
    , m_table(new ReviewTable(*m_model))
    , m_form(new NamedComboBox)
    , m_formNote(new NoteLabel)
    , m_summary(new NoteLabel)
    , m_hint(new NoteLabel)
    , m_copy(new QPushButton(tr("&Copy as Markdown")))
    , m_print(new QPushButton(tr("&Print…")))
    , m_save(new QPushButton(tr("&Export…")))
    , m_read(new QPushButton(tr("&Read Back…")))
    , m_chooser{fileToSave, fileToRead}
{
    setWindowTitle(tr("Review Sheet"));
    m_form->setAccessibleName(tr("Columns"));
    setPlainToolTip(*m_copy, tr("Copies the sheet as Markdown."));
    setPlainToolTip(*m_print, tr("Prints the sheet."));
    setPlainToolTip(*m_save, tr("Saves the sheet as Markdown, a web page, a table or a PDF document."));
    setPlainToolTip(*m_read, tr("Reads a table that was exported here and edited elsewhere. You see first what it changes."));
    for (QPushButton* const button : {m_copy, m_print, m_save, m_read})
        button->setAccessibleName(QString(button->text()).remove(u'&').remove(u'…'));
    layOut();
    wire();
    fillForms();
    showSummary();
    const int line = fontMetrics().height();
    resize(76 * line, 32 * line);
}

ReviewDialog::~ReviewDialog()
{
    hide(); // an editor that is open gives back its text while all this is still there
}

void ReviewDialog::showEvent(QShowEvent* event)
{
    m_model->setFollowing(true);
    QDialog::showEvent(event);
}

void ReviewDialog::hideEvent(QHideEvent* event)
{
    QDialog::hideEvent(event);
    m_model->setFollowing(false); // a request of thousands of scopes is not listed for nobody on each tick
}

void ReviewDialog::layOut()
{
    m_form->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* const label = new QLabel(tr("Co&lumns:"));
    label->setBuddy(m_form);
    auto* const top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_form);
    top->addWidget(m_formNote, 1);
    top->addStretch();
    auto* const close = new QPushButton(tr("Cl&ose"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* const buttons = new QHBoxLayout;
    for (QPushButton* const button : {m_copy, m_print, m_save, m_read, close}) {
        button->setAutoDefault(false);
        if (button == close)
            buttons->addStretch();
        buttons->addWidget(button);
    }
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_summary);
    layout->addWidget(m_hint);
    layout->addLayout(buttons);
    m_table->setFocus();
}

void ReviewDialog::wire()
{
    connect(m_model, &ReviewModel::refreshed, this, &ReviewDialog::showSummary);
    connect(m_form, &QComboBox::currentIndexChanged, this, &ReviewDialog::chooseForm);
    connect(&m_workspace, &Workspace::catalogChanged, this, &ReviewDialog::fillForms);
    connect(m_copy, &QPushButton::clicked, this, &ReviewDialog::copyMarkdown);
    connect(m_save, &QPushButton::clicked, this, &ReviewDialog::save);
    connect(m_print, &QPushButton::clicked, this, &ReviewDialog::print);
    connect(m_read, &QPushButton::clicked, this, &ReviewDialog::readBack);
    // The window's own keys reach only the window.
    const auto key = [this](QKeySequence::StandardKey keys, auto act) {
        connect(new QShortcut(QKeySequence(keys), this), &QShortcut::activated, this, act);
    };
    key(QKeySequence::Undo, [this] { m_workspace.undoStack().undo(); });
    key(QKeySequence::Redo, [this] { m_workspace.undoStack().redo(); });
    key(QKeySequence::Save, [this] { Q_EMIT saveRequested(); });
}

void ReviewDialog::fillForms()
{
    m_form->clear();
    m_form->addItem(tr("What I write"), ownData);
    m_form->addItem(tr("All"), allData);
    int number = 0;
    for (const ReviewForm& form : m_workspace.catalog().provider().reviewForms)
        m_form->addItem(visibleText(toQString(form.name), 100), number++);
    chooseForm();
}

const ReviewForm* ReviewDialog::form() const
{
    const int number = m_form->currentData().toInt();
    const auto& forms = m_workspace.catalog().provider().reviewForms;
    return number < 0 || static_cast<std::size_t>(number) >= forms.size() ? nullptr : &forms[static_cast<std::size_t>(number)];
}

void ReviewDialog::chooseForm()
{
    m_model->setTitles({});
    m_formNote->setNote({});
    if (form() == nullptr)
        return m_table->showColumns(m_form->currentData().toInt() == allData ? allColumns() : ownColumns);
    std::vector<int> columns;
    QHash<int, QString> titles;
    for (const ReviewQuestion& question : form()->questions) {
        const int column = ReviewModel::columnOf(toQString(question.column));
        if (column < 0 || titles.contains(column))
            continue;
        columns.push_back(column);
        titles.insert(column, toQString(question.title));
    }
    m_model->setTitles(titles);
    m_table->showColumns(columns);
    m_formNote->setNote(
        tr("%1 (Source: %2)").arg(visibleText(toQString(form()->text)), sourceText(m_workspace.catalog(), form()->source)));
}

void ReviewDialog::showSummary()
{
    const Problems& problems = m_workspace.reviewProblems();
    m_summary->setNote(problems.empty()
            ? summaryOf(m_model->sheet())
            : tr("The request file's member 'review' cannot be read, so it stays as it is and cannot be edited here: %1 Mend "
                 "it in the file and open it again.")
                  .arg(visibleText(problems.front().message)));
}

void ReviewDialog::tell(const QString& text)
{
    m_hint->setNote(text);
    Q_EMIT message(text);
}

void ReviewDialog::copyMarkdown()
{
    QGuiApplication::clipboard()->setText(reviewText(m_model->sheet(), form()));
    tell(tr("Copied the sheet as Markdown."));
}

void ReviewDialog::save()
{
    const QString path = m_chooser.toSave(*this);
    if (path.isEmpty())
        return;
    const QString problem = saveReview(path, m_model->sheet(), form());
    if (!problem.isEmpty())
        return showProblem(*this, tr("The sheet was not saved."), tr("%1: %2").arg(visibleText(path, 500), problem));
    tell(tr("Saved the sheet to %1.").arg(visibleText(QFileInfo(path).fileName(), 200)));
}

void ReviewDialog::print()
{
    if (printPage(reviewPage(m_model->sheet(), form()), *this))
        tell(tr("The sheet went to the printer."));
}

void ReviewDialog::readBack()
{
    const QString path = m_chooser.toRead(*this);
    if (path.isEmpty())
        return;
    const auto refuse = [&](const Problems& problems) {
        showProblems(*this, tr("The sheet was not read; what you had stays."), path, problems);
    };
    const auto bytes = readBounded(path, largestSheet);
    if (!bytes)
        return refuse(bytes.problems);
    const auto edits = readReviewCsv(decodedText(*bytes.value), m_workspace.selection().names(), m_workspace.reviewNotes());
    if (!edits)
        return refuse(edits.problems);
    if (edits.value->changed.isEmpty() && edits.value->conflicts.empty())
        return tell(tr("The sheet says nothing that does not stand here already."));
    ReviewReadDialog dialog(*edits.value, m_workspace.reviewNotes(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const ReviewNotes chosen = dialog.chosen();
    ReviewNotes notes = m_workspace.reviewNotes();
    for (auto note = chosen.begin(); note != chosen.end(); ++note)
        notes.insert(note.key(), *note);
    m_workspace.setReviewNotes(notes, tr("Read Back the Review Sheet"));
    tell(chosen.size() == 1 ? tr("Took over the sheet's words on 1 scope; Undo takes them back.")
                            : tr("Took over the sheet's words on %L1 scopes; Undo takes them back.").arg(chosen.size()));
}

} // namespace scopes
