import Forms
import Models
import TUI

/// Every command of desk: its words, its keys and where they hold. Nothing else in desk binds a key.
///
/// The keys of forms and widgets are rows of the toolkit's and are added here, so that help, documentation
/// and the user's keymap see one table.
enum DeskActions {
    static let table = ActionTable(all)

    /// The first key of an action, as the key bar names it.
    static func keyLabel(_ id: ActionID) -> String { own.first { $0.id == id }?.keys.first?.label ?? "" }

    /// What desk itself adds to the rows of the toolkit.
    static var own: [Action] {
        global + login + home + unsent + queue + lookup + answer + command + dossier + dossierFiles + bundle
            + acts
            + intake
            + papers + procedures + result + slip + paper + paperChoice + report + mismatches + handOver
            + routing
            + figures + hotline + till + drawers + receipts + reconciling + post + officers + bindings
            + processes
            + delegations
            + audit
            + gallery
    }

    static var all: [Action] { ActionTable.programActions + rows }

    /// Everything but what the program does by itself.
    static var rows: [Action] { own + toolkit }

    /// Rows of the toolkit that desk's screens use.
    private static var toolkit: [Action] { FormActions.all + Dialog.actions }

    static func row(
        _ id: ActionID, _ words: Strings.Keys.Words, _ scope: String, _ keys: String..., hidden: Bool = false,
        priority: Int = 0
    ) -> Action {
        Action(
            id: id, name: words.name, help: words.help, keys: keys.compactMap { Key(name: $0) }, scope: scope,
            hidden: hidden, priority: priority)
    }

    private static let global = [
        row(.command, Strings.Keys.command, "global", "f2", "ctrl-g", ":", priority: 40),
        row(.lookup, Strings.Keys.lookup, "global", "f3", "ctrl-f", "/", priority: 45),
        row(.newCall, Strings.Keys.newCall, "global", "f11", "alt-n", hidden: true),
        row(.quit, Strings.Keys.quit, "global", "ctrl-q", hidden: true),
    ]

    private static let login = [
        row(.loginAccounts, Strings.Keys.loginAccounts, "login", "f4", "alt-down", priority: 60),
        row(.loginSubmit, Strings.Keys.loginTake, "login", "f10", "ctrl-s", priority: 70),
        row(.loginTake, Strings.Keys.loginTake, "login.accounts", "enter", priority: 70),
        row(.loginCancel, Strings.Keys.loginCancel, "login", "escape", "f12", hidden: true),
    ]

    private static let home = [
        row(.newIntake, Strings.Keys.newIntake, "home", "N", "n", "insert", priority: 90),
        row(.callFromHome, Strings.Keys.newCall, "home", "G", "g", priority: 89),
        row(.open, Strings.Keys.open, "home", "enter", priority: 70),
        row(.tillFromHome, Strings.Keys.till, "home", "P", "p", priority: 88),
        row(.drawersFromHome, Strings.Keys.drawers, "home", "D", "d", priority: 54),
        row(.officersFromHome, Strings.Keys.officers, "home", "U", "u", priority: 87),
        row(.postFromHome, Strings.Keys.post, "home", "B", "b", priority: 50),
        row(.unfetchedFromHome, Strings.Keys.unfetched, "home", "K", "k", priority: 6),
        row(.ticketsFromHome, Strings.Keys.tickets, "home", "T", "t", priority: 46),
        row(.deleteDraft, Strings.Keys.deleteDraft, "home", "delete", "x", priority: 48),
        row(.handOver, Strings.Keys.handOver, "home", "H", "h", priority: 47),
        row(.unsent, Strings.Keys.unsent, "home", "C", "c", priority: 35),
        row(.switchPanel, Strings.Keys.switchPanel, "home", "tab", "backtab", "left", "right", hidden: true),
        row(.refresh, Strings.Keys.refresh, "home", "f5", "ctrl-r", priority: 20),
        row(.language, Strings.Keys.language, "home", "L", "l", priority: 10),
        row(.theme, Strings.Keys.theme, "home", "M", "m", priority: 9),
        row(.logout, Strings.Keys.logout, "home", "Q", "q", priority: 8),
    ]

    private static let unsent = [
        row(.endUnsent, Strings.Keys.endUnsent, "unsent", "delete", "x", priority: 70),
        row(.sendUnsent, Strings.Keys.sendUnsent, "unsent", "f5", "ctrl-r", priority: 40),
        row(.closeUnsent, Strings.Keys.back, "unsent", "escape", "f12", priority: 60),
    ]

    private static let queue = [
        row(.openRow, Strings.Keys.open, "queue", "enter", priority: 70),
        row(.refreshList, Strings.Keys.refresh, "queue", "f5", "ctrl-r", priority: 30),
        row(.backFromList, Strings.Keys.back, "queue", "escape", "f12", priority: 60),
        row(.filterQueue, Strings.Keys.filterQueue, "queue", "f4", "alt-f", priority: 39),
        row(.markRow, Strings.Keys.markRow, "queue", "space", priority: 38),
        row(.markAll, Strings.Keys.markAll, "queue", "ctrl-a", hidden: true),
        row(.clearMarks, Strings.Keys.clearMarks, "queue", "delete", "backspace", hidden: true),
        row(.sortQueue, Strings.Keys.sortQueue, "queue", "f6", "alt-s", priority: 28),
        row(.reverseQueue, Strings.Keys.reverseQueue, "queue", "f7", "alt-r", hidden: true),
        row(.handOverAll, Strings.Keys.handOverAll, "queue", "alt-g", hidden: true),
        row(.saveQueue, Strings.Keys.saveList, "queue", "f9", "alt-x", priority: 12),
    ]

    private static let lookup = [
        row(.openFound, Strings.Keys.open, "lookup", "enter", priority: 70),
        row(.backFromLookup, Strings.Keys.back, "lookup", "escape", "f12", priority: 60),
        row(.answerFound, Strings.Keys.answer, "lookup", "f8", "alt-a", priority: 65),
        row(.filterLookup, Strings.Keys.filterLookup, "lookup", "f4", "ctrl-o", priority: 50),
        row(.unfilterLookup, Strings.Keys.unfilterLookup, "lookup", "f7", "alt-r", priority: 55),
        row(.overdueOnly, Strings.Keys.overdueOnly, "lookup", "f6", "alt-o", priority: 30),
        row(.clearLookupFilter, Strings.Keys.clearLookupFilter, "lookup", "alt-c", hidden: true),
        row(.saveFound, Strings.Keys.saveList, "lookup", "f9", "alt-x", priority: 12),
    ]

    private static let answer = [
        row(.copyAnswer, Strings.Keys.copyAnswer, "answer", "C", "c", "f8", "alt-c", priority: 90),
        row(.printAnswer, Strings.Keys.printOut, "answer", "P", "p", "ctrl-p", priority: 85),
        row(.saveAnswer, Strings.Keys.savePDF, "answer", "S", "s", "ctrl-s", priority: 80),
        row(.openAnswered, Strings.Keys.openAnswered, "answer", "enter", priority: 70),
        row(.closeAnswer, Strings.Keys.back, "answer", "escape", "f12", priority: 60),
        row(.refreshAnswer, Strings.Keys.refresh, "answer", "f5", "ctrl-r", priority: 30),
        // While a call is open, letters go into its box.
        row(.copyReadout, Strings.Keys.copyAnswer, "call_answer", "f8", "alt-c", priority: 35),
        row(.printReadout, Strings.Keys.printOut, "call_answer", "ctrl-p", priority: 34),
        row(.saveReadout, Strings.Keys.savePDF, "call_answer", "f9", "alt-x", priority: 33),
    ]

    private static let command = [
        row(.runCommand, Strings.Keys.choose, "command", "enter", priority: 70),
        row(.closeCommand, Strings.Keys.close, "command", "escape", "f2", "ctrl-g", "f12", priority: 60),
    ]

    private static let dossier = [
        row(.printAgain, Strings.Keys.printAgain, "dossier", "P", "p", "ctrl-p", priority: 70),
        row(.refreshDossier, Strings.Keys.refresh, "dossier", "f5", "ctrl-r", priority: 30),
        row(.backFromDossier, Strings.Keys.back, "dossier", "escape", "f12", priority: 60),
        row(.dossierPapers, Strings.Keys.dossierPapers, "dossier", "W", "w", hidden: true),
        row(.amendDossier, Strings.Keys.amendDossier, "dossier", "Q", "q", "f4", priority: 32),
        row(.dossierFiles, Strings.Keys.dossierFiles, "dossier", "f7", "alt-t", priority: 58),
        row(.nextDossier, Strings.Keys.nextDossier, "dossier", "J", "j", "ctrl-down", priority: 50),
        row(.previousDossier, Strings.Keys.previousDossier, "dossier", "K", "k", "ctrl-up", priority: 49),
        // Above going on to the next one: where something is to be sent, that is what the page is opened for.
        row(.postOfDossier, Strings.Keys.postOfDossier, "dossier", "f9", "alt-p", priority: 57),
        row(.openBundle, Strings.Keys.openBundle, "dossier", "f6", "alt-b", priority: 55),
        row(.answerDossier, Strings.Keys.answer, "dossier", "f8", "alt-a", priority: 19),
        row(.breakGlass, Strings.Keys.breakGlass, "dossier", "f10", "alt-m", priority: 71),
        row(.closeBreakGlass, Strings.Keys.close, "break_glass", "escape", "f12", priority: 60),
    ]

    private static let bundle = [
        row(.openLinked, Strings.Keys.open, "bundle", "enter", priority: 70),
        row(.refreshBundle, Strings.Keys.refresh, "bundle", "f5", "ctrl-r", priority: 30),
        row(.closeBundle, Strings.Keys.back, "bundle", "escape", "f12", priority: 60),
    ]

    /// The verbs of a process, one letter each, on a dossier's page and in a queue. The page itself lists those that
    /// the dossier knows, so the key bar has none of them.
    private static let acts = letters.map { verb, letter in
        row(
            .act(verb), Strings.Keys.act(verb), "acts", letter, letter.lowercased(), hidden: true)
    }

    /// Every verb that an officer can choose, in the order of a dossier's way.
    static let letters: [(verb: ProcessAction, letter: String)] = [
        (.receive, "N"), (.refuse, "X"), (.forward, "C"), (.approve, "D"), (.sign, "S"), (.finish, "F"),
        (.deliver, "G"), (.sendBack, "T"), (.requestSupplement, "B"), (.supplementIn, "V"),
        (.requestPayment, "Y"), (.extend, "E"), (.suspend, "H"), (.resume, "M"), (.stop, "O"),
        (.withdraw, "R"), (.recall, "L"), (.claim, "A"), (.release, "Z"), (.reassign, "I"), (.undo, "U"),
    ]

    private static let routing = [
        row(.closeAct, Strings.Keys.closeAct, "act_form", "escape", "f12", priority: 60),
        row(.closeFilter, Strings.Keys.close, "filter", "escape", "f12", priority: 60),
        row(.closeBulk, Strings.Keys.close, "bulk", "escape", "f12", priority: 60),
        row(.undoBulk, Strings.Keys.undoBulk, "bulk_done", "U", "u", priority: 70),
        row(.closeHandOverAll, Strings.Keys.close, "hand_over_all", "escape", "f12", priority: 60),
        row(.handOverNow, Strings.Keys.handOverNow, "hand_over_review", "f10", "ctrl-s", priority: 90),
        row(.closeHandOverReview, Strings.Keys.back, "hand_over_review", "escape", "f12", priority: 60),
        row(.closeCalendar, Strings.Keys.back, "work_calendar", "escape", "f12", priority: 60),
        row(
            .applyCalendar, Strings.Keys.applyCalendar, "work_calendar_review", "f10", "ctrl-s", priority: 90),
        row(.closeCalendarReview, Strings.Keys.back, "work_calendar_review", "escape", "f12", priority: 60),
        row(.reviewedMoves, Strings.Keys.calendarMoves, "work_calendar_review", "f6", "alt-o", priority: 50),
        row(.calendarMoves, Strings.Keys.calendarMoves, "work_calendar_choice", "f6", "alt-o", priority: 50),
        row(.refreshCalendarMoves, Strings.Keys.refresh, "work_calendar_moves", "f5", "ctrl-r", priority: 50),
        row(.closeCalendarMoves, Strings.Keys.back, "work_calendar_moves", "escape", "f12", priority: 60),
        row(.closeExplain, Strings.Keys.close, "explain", "escape", "f12", priority: 60),
    ]

    private static let figures = [
        row(.closeFiguresForm, Strings.Keys.close, "figures_form", "escape", "f12", priority: 60),
        row(.saveFigures, Strings.Keys.saveFigures, "figures", "S", "s", "ctrl-s", priority: 85),
        row(.printFigures, Strings.Keys.printFigures, "figures", "P", "p", "ctrl-p", priority: 80),
        row(.otherColumns, Strings.Keys.otherColumns, "figures", "right", "tab", priority: 70),
        row(.earlierColumns, Strings.Keys.earlierColumns, "figures", "left", "backtab", hidden: true),
        row(.closeFigures, Strings.Keys.close, "figures", "escape", "f12", priority: 60),
    ]

    private static let intake =
        [
            row(.submit, Strings.Keys.submit, "intake", "f10", "ctrl-s", priority: 95),
            row(.nextPage, Strings.Keys.nextPage, "intake", "pagedown", "alt-right", priority: 80),
            row(.previousPage, Strings.Keys.previousPage, "intake", "pageup", "alt-left", hidden: true),
            row(.nextError, Strings.Keys.nextError, "intake", "f8", "ctrl-n", priority: 60),
            // Where no form answers it: that nothing is wrong is said too.
            row(.noError, Strings.Keys.nextError, "intake_list", "f8", "ctrl-n", hidden: true),
            row(.fillKnown, Strings.Keys.fillKnown, "intake", "alt-d", priority: 88),
            row(.switchKind, Strings.Keys.switchKind, "intake", "alt-t", hidden: true),
            row(.onBehalf, Strings.Keys.onBehalf, "intake", "alt-n", hidden: true),
            row(.capitals, Strings.Keys.capitals, "intake", "alt-u", priority: 50),
            row(.history, Strings.Keys.history, "intake", "alt-x", hidden: true),
            row(.supplement, Strings.Keys.supplement, "intake", "alt-s", hidden: true),
            row(.refuse, Strings.Keys.refuse, "intake", "alt-c", hidden: true),
            row(.sign, Strings.Keys.sign, "intake", "alt-l", priority: 90),
            row(.reload, Strings.Keys.reload, "intake", "f5", "alt-i", hidden: true),
            row(.scrollDown, Strings.Keys.scrollDown, "intake", "ctrl-down", "alt-j", hidden: true),
            row(.paperForm, Strings.Keys.paperForm, "intake", "ctrl-p", "alt-o", hidden: true),
            row(.scrollUp, Strings.Keys.scrollUp, "intake", "ctrl-up", "alt-k", hidden: true),
            row(.leave, Strings.Keys.leave, "intake", "escape", "f12", priority: 5),
        ]
        + (1...6).map { page in
            row(
                .page(page), Strings.Keys.page(page), "intake", "alt-\(page)", hidden: true)
        }

    private static let papers = [
        row(.allPapers, Strings.Keys.allPapers, "papers", "ctrl-a", "a", "A", priority: 85),
        row(.tickPaper, Strings.Keys.tickPaper, "papers", "space", "x", priority: 84),
        row(.digitised, Strings.Keys.digitised, "papers", "D", "d", priority: 40),
    ]

    private static let procedures = [
        row(.takeProcedure, Strings.Keys.choose, "procedures", "enter", priority: 85)
    ]

    private static let result = [
        row(.printSlip, Strings.Keys.printSlip, "result", "P", "p", "ctrl-p", priority: 90),
        row(.saveSlip, Strings.Keys.savePDF, "result", "S", "s", "ctrl-s", priority: 88),
        row(.collectResult, Strings.Keys.collectResult, "result", "T", "t", priority: 87),
        row(.nextProcedure, Strings.Keys.nextProcedure, "result", "enter", "f10", priority: 85),
        row(.newPerson, Strings.Keys.newPerson, "result", "N", "n", "insert", priority: 80),
        row(.openDossier, Strings.Keys.openDossier, "result", "O", "o", priority: 30),
        row(.goHome, Strings.Keys.goHome, "result", "escape", "f12", priority: 60),
    ]

    private static let paper = [
        row(.printPaper, Strings.Keys.printOut, "paper", "P", "p", "ctrl-p", "enter", priority: 90),
        row(.savePaper, Strings.Keys.savePDF, "paper", "S", "s", "ctrl-s", priority: 85),
        row(.savePaperText, Strings.Keys.saveText, "paper", "T", "t", priority: 80),
        row(.closePaper, Strings.Keys.close, "paper", "escape", "f12", priority: 60),
    ]

    private static let paperChoice = [
        row(.openPaper, Strings.Keys.choose, "paper_choice", "enter", priority: 90),
        row(.closePaperChoice, Strings.Keys.close, "paper_choice", "escape", "f12", priority: 60),
        row(.closePaperDetail, Strings.Keys.close, "paper_detail", "escape", "f12", priority: 60),
        row(.closeRegister, Strings.Keys.close, "register", "escape", "f12", priority: 60),
    ]

    private static let handOver = [
        row(.closeHandOver, Strings.Keys.close, "hand_over", "escape", "f12", priority: 60)
    ]

    private static let dossierFiles = [
        row(.viewFile, Strings.Keys.viewFile, "dossier_files", "enter", "X", "x", priority: 90),
        row(.saveFile, Strings.Keys.saveFile, "dossier_files", "S", "s", "ctrl-s", priority: 85),
        row(.closeFiles, Strings.Keys.back, "dossier_files", "escape", "f12", priority: 60),
    ]

    private static let report = [
        row(.closeReport, Strings.Keys.close, "report", "escape", "f12", priority: 60)
    ]

    private static let mismatches = [
        row(.openMismatch, Strings.Keys.open, "mismatches", "enter", priority: 70),
        row(.allMismatches, Strings.Keys.allMismatches, "mismatches", "T", "t", priority: 40),
        row(.refreshMismatches, Strings.Keys.refresh, "mismatches", "f5", "ctrl-r", priority: 30),
        row(.saveMismatches, Strings.Keys.saveList, "mismatches", "f9", "alt-x", priority: 12),
        row(.closeMismatches, Strings.Keys.back, "mismatches", "escape", "f12", priority: 60),
        row(.closeMismatch, Strings.Keys.close, "mismatch", "escape", "f12", priority: 60),
    ]

    private static let hotline =
        [
            row(.openFoundInCall, Strings.Keys.openFoundInCall, "call_search", "enter", priority: 90),
            row(.saveCall, Strings.Keys.saveCall, "call", "f10", "ctrl-s", priority: 80),
            row(.callTicket, Strings.Keys.callTicket, "call", "f7", "alt-t", priority: 75),
            row(.switchCallFocus, Strings.Keys.switchCallFocus, "call", "f6", "alt-b", priority: 70),
            row(.leaveCall, Strings.Keys.back, "call", "escape", "f12", priority: 60),
            row(.openTicket, Strings.Keys.open, "tickets", "enter", priority: 70),
            row(.otherTickets, Strings.Keys.otherTickets, "tickets", "T", "t", priority: 65),
            row(.saveTickets, Strings.Keys.saveList, "tickets", "f9", "alt-x", priority: 12),
            row(.closeTickets, Strings.Keys.back, "tickets", "escape", "f12", priority: 60),
            row(.refreshTickets, Strings.Keys.refresh, "tickets", "f5", "ctrl-r", priority: 30),
            row(.revealCaller, Strings.Keys.revealCaller, "ticket", "X", "x", priority: 65),
            row(.closeTicket, Strings.Keys.back, "ticket", "escape", "f12", priority: 60),
            row(.refreshTicket, Strings.Keys.refresh, "ticket", "f5", "ctrl-r", priority: 30),
            row(.closeTicketForm, Strings.Keys.close, "ticket_form", "escape", "f12", priority: 60),
        ]
        + ticketVerbs.map { verb in
            let letter = Strings.Ticket.letter(verb)
            return row(
                .ticket(verb), Strings.Keys.ticket(verb), "ticket", letter, letter.lowercased(), hidden: true)
        }

    /// What can be chosen on a ticket's page, which lists what is possible itself.
    private static let ticketVerbs: [TicketVerb] = [.acknowledge, .resolve, .escalate, .close]

    private static let post = [
        row(.openParcel, Strings.Keys.openParcel, "post", "enter", priority: 70),
        row(.nextPostList, Strings.Keys.nextPostList, "post", "tab", "right", priority: 66),
        row(.previousPostList, Strings.Keys.previousPostList, "post", "backtab", "left", hidden: true),
        row(.findParcel, Strings.Keys.findParcel, "post", "f4", "ctrl-o", priority: 65),
        row(.manifestsFromPost, Strings.Keys.manifestsOfPost, "post", "B", "b", priority: 64),
        row(.closePost, Strings.Keys.back, "post", "escape", "f12", priority: 60),
        row(.refreshPost, Strings.Keys.refresh, "post", "f5", "ctrl-r", priority: 30),
        row(.openParcelOfDossier, Strings.Keys.openParcel, "post_dossier", "enter", priority: 70),
        row(.sendParcel, Strings.Keys.sendParcel, "post_dossier", "N", "n", "insert", priority: 72),
        row(.closePostOfDossier, Strings.Keys.back, "post_dossier", "escape", "f12", priority: 60),
        row(.refreshPostOfDossier, Strings.Keys.refresh, "post_dossier", "f5", "ctrl-r", priority: 30),
        row(.printLabel, Strings.Keys.printLabel, "parcel", "P", "p", "ctrl-p", priority: 70),
        row(.cancelParcel, Strings.Keys.cancelParcel, "parcel", "delete", "x", priority: 50),
        row(.settleParcel, Strings.Keys.settleParcel, "parcel", "C", "c", priority: 72),
        row(.dossierOfParcel, Strings.Keys.dossierOfParcel, "parcel", "enter", priority: 65),
        row(.closeParcel, Strings.Keys.back, "parcel", "escape", "f12", priority: 60),
        row(.refreshParcel, Strings.Keys.refresh, "parcel", "f5", "ctrl-r", priority: 30),
        row(.openManifest, Strings.Keys.openManifest, "manifests", "enter", priority: 70),
        row(.newManifest, Strings.Keys.newManifest, "manifests", "N", "n", "insert", priority: 72),
        row(.closeManifests, Strings.Keys.back, "manifests", "escape", "f12", priority: 60),
        row(.refreshManifests, Strings.Keys.refresh, "manifests", "f5", "ctrl-r", priority: 30),
        row(.signManifest, Strings.Keys.signManifest, "manifest", "f10", "ctrl-s", priority: 72),
        row(.reopenManifest, Strings.Keys.reopenManifest, "manifest", "R", "r", "f8", priority: 71),
        row(.typeParcel, Strings.Keys.typeParcel, "manifest", "f4", "ctrl-o", priority: 68),
        row(.removeParcel, Strings.Keys.removeParcel, "manifest", "delete", "x", priority: 50),
        row(.printManifest, Strings.Keys.printManifest, "manifest", "P", "p", "ctrl-p", priority: 56),
        row(.printLabels, Strings.Keys.printLabels, "manifest", "N", "n", priority: 55),
        row(.closeManifest, Strings.Keys.back, "manifest", "escape", "f12", priority: 60),
        row(.refreshManifest, Strings.Keys.refresh, "manifest", "f5", "ctrl-r", priority: 30),
    ]

    private static let till =
        [
            row(.collect, Strings.Keys.collect, "till", "enter", priority: 70),
            row(.findOwing, Strings.Keys.findOwing, "till", "f4", "ctrl-o", priority: 65),
            row(.drawersFromTill, Strings.Keys.drawers, "till", "D", "d", priority: 55),
            row(.receiptsFromTill, Strings.Keys.receipts, "till", "B", "b", priority: 54),
            row(.reconcileFromTill, Strings.Keys.reconcile, "till", "S", "s", priority: 53),
            // Below the ways to the other books: in 80 columns they are what a new cashier looks for.
            row(.closeTill, Strings.Keys.back, "till", "escape", "f12", priority: 52),
            row(.refreshTill, Strings.Keys.refresh, "till", "f5", "ctrl-r", priority: 30),
            row(.closeCollect, Strings.Keys.close, "collect_form", "escape", "f12", priority: 60),
            row(.provisionalSlip, Strings.Keys.provisionalSlip, "collect_form", "f7", "alt-p", priority: 65),
            row(.checkPayment, Strings.Keys.checkPayment, "qr_code", "f5", "ctrl-r", priority: 70),
            row(.printQRCode, Strings.Keys.printQRCode, "qr_code", "P", "p", "ctrl-p", priority: 65),
            row(.cancelPayment, Strings.Keys.cancelPayment, "qr_code", "X", "x", "delete", priority: 62),
            row(.closeQRCode, Strings.Keys.close, "qr_code", "escape", "f12", priority: 60),
            row(.closeMoneyForm, Strings.Keys.close, "money_form", "escape", "f12", priority: 60),
        ]
        + (1...CollectScreen.offers).map { number in
            row(
                .handed(number), Strings.Keys.handed(number), "collect_form", "alt-\(number)", hidden: true)
        }

    private static let drawers = [
        row(.openDrawer, Strings.Keys.openDrawer, "drawer", "O", "o", priority: 85),
        row(.countDrawer, Strings.Keys.countDrawer, "drawer", "C", "c", priority: 84),
        row(.closeOfDrawer, Strings.Keys.closeOfDrawer, "drawer", "X", "x", priority: 83),
        row(.putIn, Strings.Keys.putIn, "drawer", "N", "n", priority: 50),
        row(.takeOut, Strings.Keys.takeOut, "drawer", "R", "r", priority: 49),
        row(.leaveDrawers, Strings.Keys.back, "drawer", "escape", "f12", priority: 60),
        row(.refreshDrawers, Strings.Keys.refresh, "drawer", "f5", "ctrl-r", priority: 30),
    ]

    private static let reconciling = [
        row(.settleWork, Strings.Keys.settleWork, "reconciling", "enter", priority: 90),
        row(.giveBackMoney, Strings.Keys.giveBackMoney, "reconciling", "R", "r", priority: 85),
        row(.takeBankFile, Strings.Keys.takeBankFile, "reconciling", "B", "b", priority: 80),
        row(.daySummary, Strings.Keys.daySummary, "reconciling", "T", "t", priority: 75),
        row(.monthChart, Strings.Keys.monthChart, "reconciling", "M", "m", priority: 74),
        row(.dayBefore, Strings.Keys.dayBefore, "reconciling", "left", "[", priority: 65),
        row(.dayAfter, Strings.Keys.dayAfter, "reconciling", "right", "]", priority: 64),
        row(.closeReconciling, Strings.Keys.back, "reconciling", "escape", "f12", priority: 60),
        row(.refreshReconciling, Strings.Keys.refresh, "reconciling", "f5", "ctrl-r", priority: 30),
        row(.closeBankImport, Strings.Keys.close, "bank_import", "escape", "enter", "f12", priority: 60),
        row(.saveSummaryXML, Strings.Keys.saveSummaryXML, "receipt_summary", "X", "x", priority: 90),
        row(
            .saveSummaryTable, Strings.Keys.saveSummaryTable, "receipt_summary", "S", "s", "ctrl-s",
            priority: 85),
        row(.printSummary, Strings.Keys.printOut, "receipt_summary", "P", "p", "ctrl-p", priority: 80),
        row(.closeSummary, Strings.Keys.back, "receipt_summary", "escape", "f12", priority: 60),
        row(.refreshSummary, Strings.Keys.refresh, "receipt_summary", "f5", "ctrl-r", priority: 30),
        row(.openDay, Strings.Keys.openDay, "collection_month", "enter", priority: 90),
        row(.monthBefore, Strings.Keys.monthBefore, "collection_month", "[", "pageup", priority: 80),
        row(.monthAfter, Strings.Keys.monthAfter, "collection_month", "]", "pagedown", priority: 79),
        row(.closeMonth, Strings.Keys.back, "collection_month", "escape", "f12", priority: 60),
        row(.refreshMonth, Strings.Keys.refresh, "collection_month", "f5", "ctrl-r", priority: 30),
    ]

    private static let receipts = [
        row(.openReceipt, Strings.Keys.openReceipt, "receipts", "enter", priority: 70),
        row(.findReceipt, Strings.Keys.findReceipt, "receipts", "f4", "ctrl-o", priority: 65),
        row(.closeReceipts, Strings.Keys.back, "receipts", "escape", "f12", priority: 60),
        row(.refreshReceipts, Strings.Keys.refresh, "receipts", "f5", "ctrl-r", priority: 30),
        row(.printReceipt, Strings.Keys.printReceipt, "receipt", "P", "p", "ctrl-p", priority: 90),
        row(.saveReceipt, Strings.Keys.savePDF, "receipt", "S", "s", "ctrl-s", priority: 85),
        row(.saveReceiptXML, Strings.Keys.saveReceiptXML, "receipt", "L", "l", hidden: true),
        row(.voidReceipt, Strings.Keys.voidReceipt, "receipt", "X", "x", priority: 50),
        row(.replaceReceipt, Strings.Keys.replaceReceipt, "receipt", "T", "t", priority: 49),
        row(.refundReceipt, Strings.Keys.refundReceipt, "receipt", "H", "h", priority: 48),
        row(.drawersFromReceipt, Strings.Keys.drawers, "receipt", "D", "d", hidden: true),
        row(.closeReceipt, Strings.Keys.back, "receipt", "enter", "escape", "f12", priority: 60),
        row(.refreshReceipt, Strings.Keys.refresh, "receipt", "f5", "ctrl-r", priority: 30),
    ]

    private static let officers = [
        row(.openOfficer, Strings.Keys.open, "officers", "enter", priority: 70),
        row(.newOfficer, Strings.Keys.newOfficer, "officers", "insert", "f7", "alt-t", priority: 69),
        row(.otherOfficers, Strings.Keys.otherOfficers, "officers", "f4", "tab", priority: 65),
        row(.importFromList, Strings.Keys.importFromList, "officers", "f6", "alt-b", priority: 64),
        row(.closeOfficers, Strings.Keys.back, "officers", "escape", "f12", priority: 60),
        row(.refreshOfficers, Strings.Keys.refresh, "officers", "f5", "ctrl-r", priority: 30),
        row(.saveOfficers, Strings.Keys.saveList, "officers", "f9", "alt-x", priority: 12),
        row(.confirmChange, Strings.Keys.confirmChange, "officer", "D", "d", priority: 92),
        row(.rejectChange, Strings.Keys.rejectChange, "officer", "O", "o", priority: 91),
        row(.bindOfficer, Strings.Keys.bindOfficer, "officer", "P", "p", priority: 90),
        row(.assignOfficer, Strings.Keys.assignOfficer, "officer", "V", "v", priority: 89),
        row(.unassignOfficer, Strings.Keys.unassignOfficer, "officer", "B", "b", priority: 59),
        row(.changeOfficer, Strings.Keys.changeOfficer, "officer", "S", "s", priority: 88),
        row(.transferOfficer, Strings.Keys.transferOfficer, "officer", "C", "c", priority: 58),
        row(.suspendOfficer, Strings.Keys.suspendOfficer, "officer", "K", "k", priority: 57),
        row(.reactivateOfficer, Strings.Keys.reactivateOfficer, "officer", "M", "m", priority: 56),
        row(.revokeOfficer, Strings.Keys.revokeOfficer, "officer", "X", "x", priority: 55),
        row(.reviewOfficer, Strings.Keys.reviewOfficer, "officer", "R", "r", priority: 54),
        row(.revealOfficer, Strings.Keys.revealOfficer, "officer", "H", "h", priority: 53),
        row(.handOverOfficer, Strings.Keys.handOverOfficer, "officer", "G", "g", priority: 52),
        row(.auditOfficer, Strings.Keys.audit, "officer", "N", "n", priority: 51),
        row(.closeOfficer, Strings.Keys.back, "officer", "escape", "f12", priority: 60),
        row(.refreshOfficer, Strings.Keys.refresh, "officer", "f5", "ctrl-r", priority: 30),
        row(.closeOfficerForm, Strings.Keys.close, "officer_form", "escape", "f12", priority: 60),
        row(.closeOfficerFile, Strings.Keys.close, "officer_file", "escape", "f12", priority: 60),
        row(.importOfficers, Strings.Keys.importOfficers, "officer_import", "f10", "ctrl-s", priority: 90),
        row(.saveCorrection, Strings.Keys.saveCorrection, "officer_import", "f9", "alt-x", priority: 80),
        row(.allLines, Strings.Keys.allLines, "officer_import", "T", "t", priority: 70),
        row(.closeOfficerImport, Strings.Keys.back, "officer_import", "escape", "f12", priority: 60),
    ]

    private static let delegations = [
        row(.newDelegation, Strings.Keys.newDelegation, "delegations", "insert", "N", "n", priority: 70),
        row(.endDelegation, Strings.Keys.endDelegation, "delegations", "delete", "X", "x", priority: 65),
        row(.closeDelegations, Strings.Keys.back, "delegations", "escape", "f12", priority: 60),
        row(.refreshDelegations, Strings.Keys.refresh, "delegations", "f5", "ctrl-r", priority: 30),
        row(.closeDelegationForm, Strings.Keys.close, "delegation_form", "escape", "f12", priority: 60),
    ]

    private static let audit = [
        row(.openAudit, Strings.Keys.openAudit, "audit", "enter", priority: 70),
        row(.filterAudit, Strings.Keys.filterAudit, "audit", "f4", "L", "l", priority: 66),
        row(.otherAudit, Strings.Keys.otherAudit, "audit", "tab", "T", "t", priority: 65),
        row(.verifyAudit, Strings.Keys.verifyAudit, "audit", "K", "k", priority: 50),
        row(.closeAudit, Strings.Keys.back, "audit", "escape", "f12", priority: 60),
        row(.refreshAudit, Strings.Keys.refresh, "audit", "f5", "ctrl-r", priority: 30),
        row(.closeAuditFilter, Strings.Keys.close, "audit_filter", "escape", "f12", priority: 60),
    ]

    private static let gallery = [
        row(.galleryLook, Strings.Keys.galleryLook, "gallery", "alt-s", priority: 90),
        row(.galleryTheme, Strings.Keys.theme, "gallery", "alt-t", priority: 85),
        row(.galleryLanguage, Strings.Keys.language, "gallery", "alt-l", priority: 80),
        row(.galleryQuit, Strings.Keys.close, "gallery", "escape", "f12", priority: 60),
    ]

    private static let slip = [
        row(.printOut, Strings.Keys.printOut, "slip", "P", "p", "ctrl-p", "enter", priority: 90),
        row(.savePDF, Strings.Keys.savePDF, "slip", "S", "s", "ctrl-s", priority: 85),
        row(.saveRegister, Strings.Keys.saveList, "register_paper", "f9", "alt-x", priority: 12),
        row(.closeSlip, Strings.Keys.close, "slip", "escape", "f12", priority: 60),
        row(.nextPerson, Strings.Keys.newPerson, "slip_intake", "N", "n", "insert", priority: 70),
    ]
}
