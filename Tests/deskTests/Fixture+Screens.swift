import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// The way to each screen, as an officer goes it.
extension Fixture {
    /// A screen at rest on the smallest terminal.
    func narrow(_ screen: any Screen, _ language: Language = .vi) async -> TestDriver {
        await driver(screen, language: language).waitIdle()
    }

    /// A screen at rest on a large terminal.
    func wide(_ screen: any Screen, _ language: Language = .vi) async -> TestDriver {
        await driver(screen, columns: 160, rows: 50, language: language).waitIdle()
    }

    /// The login of a desk that nobody uses yet.
    static func login(_ language: Language = .vi) -> TestDriver {
        let fixture = Fixture(signedIn: false)
        return fixture.driver(HomeScreen(desk: fixture.desk), language: language)
    }

    func home(_ language: Language = .vi) async -> TestDriver {
        await logIn()
        return await driver(HomeScreen(desk: desk), language: language).waitIdle()
    }

    func queue(_ language: Language = .vi) async -> TestDriver {
        await home(language).press("down", "down", "down", "enter").waitIdle()
    }

    func lookup(_ language: Language = .vi) async -> TestDriver {
        await home(language).press("f3").type("tran").advance(seconds: 0.5).waitIdle()
    }

    func dossier(_ language: Language = .vi) async -> TestDriver {
        await logIn()
        let dossier = FixtureData.dossier
        return await driver(
            DossierScreen(desk: desk, id: dossier.id, code: dossier.code), language: language
        ).waitIdle()
    }

    func slip(_ language: Language = .vi) -> TestDriver {
        driver(SlipScreen(desk: desk, dossier: FixtureData.dossier, me: FixtureData.me), language: language)
    }

    /// A page of the intake for the person of the card; all pages before it are filled in.
    func intake(
        page: Int, _ language: Language = .vi, scanner: PaperScanner = PaperScanner()
    ) async -> TestDriver {
        await logIn()
        var screen = IntakeScreen(desk: desk)
        screen.scanner = scanner
        let driver = driver(screen, language: language)
        await driver.scan(FixtureData.card).waitIdle()
        // The message about the card has had its time, and the draft is on the disk.
        await driver.advance(seconds: 5).waitIdle()
        guard page > 1 else { return driver }
        driver.press("alt-d").press("alt-2").type("tri")
        guard page > 2 else { return driver }
        await driver.press("enter").waitIdle()
        driver.press("space")
        guard page > 3 else { return driver }
        driver.press("ctrl-a", "alt-4", "tab", "tab").type("2").press("backtab", "backtab")
        guard page > 4 else { return driver }
        return await driver.press("alt-\(page)").waitIdle()
    }

    func result(_ language: Language = .vi) async -> TestDriver {
        await intake(page: 6, language).press("f10").waitIdle()
    }
}
