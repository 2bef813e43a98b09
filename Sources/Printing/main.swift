import Glibc

exit(PrintCommand().run(Array(CommandLine.arguments.dropFirst())).rawValue)
