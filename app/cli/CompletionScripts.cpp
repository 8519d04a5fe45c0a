#include "cli/CompletionScripts.h"

#include "cli/CommandTable.h"

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// What can stand at a place: a fixed list, words that the program names, or files.
struct Candidates
{
    QStringList words;
    QString kind; ///< for --words; empty: none
    bool areFiles = false;
};

std::vector<QCommandLineOption> optionsOf(const Command& command)
{
    std::vector<QCommandLineOption> options = command.options;
    const auto common = commonOptions();
    options.insert(options.end(), common.begin(), common.end());
    return options;
}

/// '-h' and '--help'.
QStringList spellings(const QCommandLineOption& option)
{
    QStringList all;
    for (const QString& name : option.names())
        all += (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    return all;
}

Candidates operandsOf(const Command& command)
{
    switch (command.operand) {
    case Operand::None:
    case Operand::AnyText:
        return {};
    case Operand::File:
        return {{}, {}, true};
    case Operand::Scope:
        return {{}, u"scopes"_s};
    case Operand::Call:
        return {{}, u"calls"_s};
    case Operand::ScopeOrCall:
        return {{}, u"names"_s};
    case Operand::Rule:
        return {{}, u"rules"_s};
    case Operand::Shell:
        return {{u"bash"_s, u"zsh"_s, u"fish"_s}, {}};
    }
    Q_UNREACHABLE();
}

/// The values of an option; a value that is nothing else may well be a file.
Candidates valuesOf(const Command& command, const QCommandLineOption& option)
{
    for (const OptionChoice& choice : command.choices) {
        if (option.names().contains(choice.option))
            return {choice.values, {}};
    }
    const bool isFile = QStringList{u"FILE"_s, u"SET"_s, u"PATH"_s}.contains(option.valueName());
    return {{}, {}, isFile};
}

/// In single quotes, for bash and zsh (POSIX.1-2017, Shell, section 2.2.2).
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString fishQuoted(QString text)
{
    return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

/// A line of a case statement that offers the candidates by @p offer and returns; empty where there are none.
template <typename Offer>
QString caseLine(const QString& pattern, const Candidates& candidates, const Offer& offer)
{
    const QString action = offer(candidates);
    return action.isEmpty() ? QString() : u"    "_s + pattern + u") "_s + action + u"; return ;;\n"_s;
}

/// The values of each command's options: '"check --fail-on") ... ;;'.
template <typename Offer>
QString valueCases(const Offer& offer)
{
    QString cases;
    for (const Command& command : commandTable()) {
        for (const QCommandLineOption& option : optionsOf(command)) {
            if (option.valueName().isEmpty())
                continue;
            for (const QString& spelling : spellings(option))
                cases += caseLine(u'"' + command.name + u' ' + spelling + u'"', valuesOf(command, option), offer);
        }
    }
    return cases;
}

template <typename Offer>
QString operandCases(const Offer& offer)
{
    QString cases;
    for (const Command& command : commandTable())
        cases += caseLine(command.name, operandsOf(command), offer);
    return cases;
}

QString offerInBash(const Candidates& candidates)
{
    if (candidates.areFiles)
        return u"_scope_explorer_files"_s;
    if (!candidates.kind.isEmpty())
        return u"_scope_explorer_ask "_s + candidates.kind;
    return candidates.words.isEmpty() ? QString() : u"_scope_explorer_offer "_s + candidates.words.join(u' ');
}

QString offerInZsh(const Candidates& candidates)
{
    if (candidates.areFiles)
        return u"_files"_s;
    if (!candidates.kind.isEmpty())
        return u"compadd -- ${(f)\"$(\"$program\" completion --words "_s + candidates.kind + u" 2>/dev/null)\"}"_s;
    return candidates.words.isEmpty() ? QString() : u"compadd -- "_s + candidates.words.join(u' ');
}

QString commandWords()
{
    return commandNames().join(u' ');
}

const auto bashHead = uR"(# Completion of scope-explorer and scope-explorer-cli in bash: source this file.
_scope_explorer_offer() {
    local word
    for word; do
        [[ $word == "$current"* ]] && COMPREPLY+=("$word")
    done
}
_scope_explorer_ask() {
    local word
    while IFS= read -r word; do
        _scope_explorer_offer "$word"
    done < <("$program" completion --words "$1" 2>/dev/null)
}
_scope_explorer_files() {
    local word
    compopt -o filenames 2>/dev/null
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(compgen -f -- "$current")
}
_scope_explorer() {
    local program=$1 current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} name= i
    COMPREPLY=()
    if [[ $current == = ]]; then
        current=
    elif [[ $previous == = ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        --catalog | --overlay) ((i++)) ;;
        -*) ;;
        *) name=${COMP_WORDS[i]}; break ;;
        esac
    done
    case "$name $previous" in
    " --catalog" | " --overlay") _scope_explorer_files; return ;;
)"_s;

const auto zshHead = uR"(#compdef scope-explorer scope-explorer-cli
# Completion of scope-explorer and scope-explorer-cli in zsh: put this file as _scope-explorer into a folder of $fpath.
_scope_explorer() {
    local program=$words[1] name= i
    local -a list
    for ((i = 2; i < CURRENT; i++)); do
        case $words[i] in
        --catalog | --overlay) ((i++)) ;;
        -*) ;;
        *) name=$words[i]; break ;;
        esac
    done
    case "$name $words[CURRENT-1]" in
    " --catalog" | " --overlay") _files; return ;;
)"_s;

} // namespace

QString bashCompletion()
{
    QString options;
    for (const Command& command : commandTable()) {
        QStringList all;
        for (const QCommandLineOption& option : optionsOf(command))
            all += spellings(option);
        options += u"        "_s + command.name + u") _scope_explorer_offer "_s + all.join(u' ') + u" ;;\n"_s;
    }
    QStringList common;
    for (const QCommandLineOption& option : commonOptions())
        common += spellings(option);
    return bashHead + valueCases(offerInBash) + uR"(    esac
    if [[ $current == -* ]]; then
        case $name in
        '') _scope_explorer_offer )"_s
        + common.join(u' ') + u" ;;\n"_s + options + uR"(        esac
        return
    fi
    case $name in
    '') _scope_explorer_offer )"_s
        + commandWords() + u"; return ;;\n"_s + operandCases(offerInBash) + uR"(    esac
}
complete -F _scope_explorer scope-explorer scope-explorer-cli
)"_s;
}

QString zshCompletion()
{
    QString commands;
    for (const Command& command : commandTable())
        commands += u"        "_s + quoted(command.name + u':' + command.summary) + u'\n';
    QString options;
    for (const Command& command : commandTable()) {
        options += u"        "_s + command.name + u") list=(\n"_s;
        for (const QCommandLineOption& option : optionsOf(command)) {
            for (const QString& spelling : spellings(option))
                options += u"            "_s + quoted(spelling + u':' + option.description()) + u'\n';
        }
        options += u"        ) ;;\n"_s;
    }
    return zshHead + valueCases(offerInZsh) + uR"(    esac
    if [[ $words[CURRENT] == -* && -n $name ]]; then
        case $name in
)"_s + options
        + uR"(        esac
        _describe option list
        return
    fi
    case $name in
    '') list=(
)"_s + commands
        + uR"(        )
        _describe command list; return ;;
)"_s + operandCases(offerInZsh)
        + uR"(    esac
}
_scope_explorer "$@"
)"_s;
}

QString fishCompletion()
{
    QString script =
        u"# Completion of scope-explorer and scope-explorer-cli in fish: put this file into ~/.config/fish/completions.\n"
        "for program in scope-explorer scope-explorer-cli\n"_s;
    const auto line = [&](const QString& condition, const QString& rest) {
        script += u"    complete -c $program "_s + (rest.contains("-F "_L1) || rest.endsWith("-F"_L1) ? QString() : u"-f "_s)
            + u"-n "_s + fishQuoted(condition) + u' ' + rest + u'\n';
    };
    const auto offered = [](const Candidates& candidates) {
        if (!candidates.kind.isEmpty())
            return u"-a "_s + u"\"($program completion --words "_s + candidates.kind + u" 2>/dev/null)\""_s;
        if (candidates.areFiles)
            return u"-F"_s;
        return candidates.words.isEmpty() ? QString() : u"-a "_s + fishQuoted(candidates.words.join(u' '));
    };
    for (const Command& command : commandTable()) {
        line(u"__fish_use_subcommand"_s, u"-a "_s + command.name + u" -d "_s + fishQuoted(command.summary));
        const QString seen = u"__fish_seen_subcommand_from "_s + command.name;
        if (const QString operands = offered(operandsOf(command)); !operands.isEmpty())
            line(seen, operands);
        for (const QCommandLineOption& option : optionsOf(command)) {
            QString rest;
            for (const QString& name : option.names())
                rest += (name.size() == 1 ? u"-s "_s : u"-l "_s) + name + u' ';
            if (!option.valueName().isEmpty())
                rest += u"-r "_s + offered(valuesOf(command, option)) + u' ';
            line(seen, rest + u"-d "_s + fishQuoted(option.description()));
        }
    }
    return script + u"end\n"_s;
}

} // namespace scopes
