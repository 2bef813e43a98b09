import Models
import TUI

/// The names of desk's actions, as keymap files and documentation write them.
extension ActionID {
    static let command: ActionID = "desk.command"
    static let lookup: ActionID = "desk.lookup"
    static let quit: ActionID = "desk.quit"

    static let loginAccounts: ActionID = "login.accounts"
    static let loginSubmit: ActionID = "login.submit"
    static let loginTake: ActionID = "login.take"
    static let loginCancel: ActionID = "login.cancel"

    static let newIntake: ActionID = "home.intake"
    static let open: ActionID = "home.open"
    static let deleteDraft: ActionID = "home.delete_draft"
    static let handOver: ActionID = "home.hand_over"
    static let closeHandOver: ActionID = "hand_over.close"
    static let unsent: ActionID = "home.unsent"
    static let endUnsent: ActionID = "unsent.end"
    static let sendUnsent: ActionID = "unsent.send"
    static let closeUnsent: ActionID = "unsent.close"
    static let switchPanel: ActionID = "home.panel"
    static let refresh: ActionID = "home.refresh"
    static let language: ActionID = "home.language"
    static let theme: ActionID = "home.theme"
    static let logout: ActionID = "home.logout"

    static let openRow: ActionID = "queue.open"
    static let refreshList: ActionID = "queue.refresh"
    static let backFromList: ActionID = "queue.back"

    static let openFound: ActionID = "lookup.open"
    static let backFromLookup: ActionID = "lookup.back"
    static let answerFound: ActionID = "lookup.answer"
    static let filterLookup: ActionID = "lookup.filter"
    static let overdueOnly: ActionID = "lookup.overdue"
    static let unfilterLookup: ActionID = "lookup.unfilter"
    static let clearLookupFilter: ActionID = "lookup.clear_filter"

    static let answerDossier: ActionID = "dossier.answer"
    static let copyAnswer: ActionID = "answer.copy"
    static let printAnswer: ActionID = "answer.print"
    static let saveAnswer: ActionID = "answer.save"
    static let openAnswered: ActionID = "answer.open"
    static let refreshAnswer: ActionID = "answer.refresh"
    static let closeAnswer: ActionID = "answer.close"
    static let copyReadout: ActionID = "call.copy"
    static let printReadout: ActionID = "call.print"
    static let saveReadout: ActionID = "call.save_readout"

    static let runCommand: ActionID = "command.run"
    static let closeCommand: ActionID = "command.close"

    static let printAgain: ActionID = "dossier.print"
    static let refreshDossier: ActionID = "dossier.refresh"
    static let backFromDossier: ActionID = "dossier.back"
    static let dossierPapers: ActionID = "dossier.papers"
    static let amendDossier: ActionID = "dossier.amend"
    static let dossierFiles: ActionID = "dossier.files"
    static let viewFile: ActionID = "dossier_files.view"
    static let saveFile: ActionID = "dossier_files.save"
    static let closeFiles: ActionID = "dossier_files.close"
    static let nextDossier: ActionID = "dossier.next"
    static let previousDossier: ActionID = "dossier.previous"
    static let openBundle: ActionID = "dossier.bundle"
    static let openLinked: ActionID = "bundle.open"
    static let refreshBundle: ActionID = "bundle.refresh"
    static let closeBundle: ActionID = "bundle.close"

    /// The verb of a process as an action: `act.forward`.
    static func act(_ verb: ProcessAction) -> ActionID { ActionID(rawValue: "act." + verb.rawValue) }
    static let closeAct: ActionID = "act_form.close"
    static let markRow: ActionID = "queue.mark"
    static let markAll: ActionID = "queue.mark_all"
    static let clearMarks: ActionID = "queue.clear"
    static let filterQueue: ActionID = "queue.filter"
    static let sortQueue: ActionID = "queue.sort"
    static let reverseQueue: ActionID = "queue.reverse"
    static let handOverAll: ActionID = "queue.hand_over"
    static let closeFilter: ActionID = "filter.close"
    static let closeBulk: ActionID = "bulk.close"
    static let undoBulk: ActionID = "bulk.undo"
    static let closeHandOverAll: ActionID = "hand_over_all.close"
    static let closeCalendar: ActionID = "work_calendar.close"
    static let applyCalendar: ActionID = "work_calendar_review.apply"
    static let closeCalendarReview: ActionID = "work_calendar_review.close"
    static let handOverNow: ActionID = "hand_over_review.go"
    static let closeHandOverReview: ActionID = "hand_over_review.close"
    static let closeExplain: ActionID = "explain.close"

    static let submit: ActionID = "intake.submit"
    static let nextPage: ActionID = "intake.next_page"
    static let previousPage: ActionID = "intake.previous_page"
    static let nextError: ActionID = "intake.next_error"
    static let noError: ActionID = "intake.no_error"
    static let fillKnown: ActionID = "intake.fill"
    static let switchKind: ActionID = "intake.kind"
    static let onBehalf: ActionID = "intake.on_behalf"
    static let capitals: ActionID = "intake.capitals"
    static let history: ActionID = "intake.history"
    static let supplement: ActionID = "intake.supplement"
    static let refuse: ActionID = "intake.refuse"
    static let reload: ActionID = "intake.reload"
    static let sign: ActionID = "intake.sign"
    static let leave: ActionID = "intake.leave"
    static let scrollDown: ActionID = "intake.scroll_down"
    static let scrollUp: ActionID = "intake.scroll_up"
    static func page(_ number: Int) -> ActionID { ActionID(rawValue: "intake.page_\(number)") }

    static let allPapers: ActionID = "papers.all"
    static let tickPaper: ActionID = "papers.tick"
    static let digitised: ActionID = "papers.digitised"

    static let takeProcedure: ActionID = "procedures.take"

    static let printSlip: ActionID = "result.print"
    static let nextProcedure: ActionID = "result.next_procedure"
    static let newPerson: ActionID = "result.new_person"
    static let nextPerson: ActionID = "slip.new_person"
    static let openDossier: ActionID = "result.open"
    static let goHome: ActionID = "result.home"
    static let saveSlip: ActionID = "result.save"

    static let printOut: ActionID = "slip.print"
    static let savePDF: ActionID = "slip.save"
    static let closeSlip: ActionID = "slip.close"

    static let paperForm: ActionID = "intake.paper"
    static let printPaper: ActionID = "paper.print"
    static let savePaper: ActionID = "paper.save"
    static let savePaperText: ActionID = "paper.text"
    static let closePaper: ActionID = "paper.close"

    static let openPaper: ActionID = "paper_choice.open"
    static let closePaperChoice: ActionID = "paper_choice.close"
    static let closePaperDetail: ActionID = "paper_detail.close"
    static let closeRegister: ActionID = "register.close"

    static let saveQueue: ActionID = "queue.save"
    static let saveFound: ActionID = "lookup.save"
    static let closeFiguresForm: ActionID = "figures_form.close"
    static let saveFigures: ActionID = "figures.save"
    static let printFigures: ActionID = "figures.print"
    static let otherColumns: ActionID = "figures.columns"
    static let earlierColumns: ActionID = "figures.columns_back"
    static let closeFigures: ActionID = "figures.close"

    static let closeReport: ActionID = "report.close"

    static let saveRegister: ActionID = "register.save"
    static let openMismatch: ActionID = "mismatches.open"
    static let allMismatches: ActionID = "mismatches.all"
    static let refreshMismatches: ActionID = "mismatches.refresh"
    static let saveMismatches: ActionID = "mismatches.save"
    static let closeMismatches: ActionID = "mismatches.close"
    static let closeMismatch: ActionID = "mismatch.close"

    static let newCall: ActionID = "desk.call"
    static let callFromHome: ActionID = "home.call"
    static let ticketsFromHome: ActionID = "home.tickets"
    static let openFoundInCall: ActionID = "call.open"
    static let switchCallFocus: ActionID = "call.focus"
    static let callTicket: ActionID = "call.ticket"
    static let saveCall: ActionID = "call.save"
    static let leaveCall: ActionID = "call.leave"

    static let openTicket: ActionID = "tickets.open"
    static let otherTickets: ActionID = "tickets.group"
    static let refreshTickets: ActionID = "tickets.refresh"
    static let saveTickets: ActionID = "tickets.save"
    static let closeTickets: ActionID = "tickets.close"

    /// What is done with a ticket, as an action: `ticket.resolve`.
    static func ticket(_ verb: TicketVerb) -> ActionID { ActionID(rawValue: "ticket." + verb.rawValue) }
    static let revealCaller: ActionID = "ticket.reveal"
    static let refreshTicket: ActionID = "ticket.refresh"
    static let closeTicket: ActionID = "ticket.leave"
    static let closeTicketForm: ActionID = "ticket_form.close"

    static let tillFromHome: ActionID = "home.till"
    static let collect: ActionID = "till.collect"
    static let refreshTill: ActionID = "till.refresh"
    static let closeTill: ActionID = "till.close"
    static let closeCollect: ActionID = "collect_form.close"
    static let checkPayment: ActionID = "qr_code.check"
    static let printQRCode: ActionID = "qr_code.print"
    static let closeQRCode: ActionID = "qr_code.close"
    static let cancelPayment: ActionID = "qr_code.cancel"
    static let findOwing: ActionID = "till.find"
    static let drawersFromTill: ActionID = "till.drawers"
    static let receiptsFromTill: ActionID = "till.receipts"
    static func handed(_ number: Int) -> ActionID { ActionID(rawValue: "collect_form.handed_\(number)") }
    /// Which of the sums that may be handed over it is, from 1.
    var handed: Int? { (1...CollectScreen.offers).first { self == .handed($0) } }
    static let closeMoneyForm: ActionID = "money_form.close"
    static let openDrawer: ActionID = "drawer.open"
    static let countDrawer: ActionID = "drawer.count"
    static let closeOfDrawer: ActionID = "drawer.close"
    static let putIn: ActionID = "drawer.put_in"
    static let takeOut: ActionID = "drawer.take_out"
    static let refreshDrawers: ActionID = "drawer.refresh"
    static let leaveDrawers: ActionID = "drawer.leave"
    static let openReceipt: ActionID = "receipts.open"
    static let findReceipt: ActionID = "receipts.find"
    static let refreshReceipts: ActionID = "receipts.refresh"
    static let closeReceipts: ActionID = "receipts.close"
    static let printReceipt: ActionID = "receipt.print"
    static let saveReceipt: ActionID = "receipt.save"
    static let voidReceipt: ActionID = "receipt.void"
    static let replaceReceipt: ActionID = "receipt.replace"
    static let refundReceipt: ActionID = "receipt.refund"
    static let refreshReceipt: ActionID = "receipt.refresh"
    static let closeReceipt: ActionID = "receipt.close"

    static let galleryLook: ActionID = "gallery.look"
    static let galleryTheme: ActionID = "gallery.theme"
    static let galleryLanguage: ActionID = "gallery.language"
    static let galleryQuit: ActionID = "gallery.quit"

    /// The verb that an action stands for; nil for any other action.
    var verb: ProcessAction? {
        guard rawValue.hasPrefix("act.") else { return nil }
        return ProcessAction(rawValue: String(rawValue.dropFirst(4)))
    }

    /// What is done with a ticket by an action; nil for any other.
    var ticketVerb: TicketVerb? {
        guard rawValue.hasPrefix("ticket.") else { return nil }
        return TicketVerb(rawValue: String(rawValue.dropFirst(7)))
    }
}
