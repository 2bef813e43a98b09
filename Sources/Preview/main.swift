import Glibc

exit(PreviewCommand().run(Array(CommandLine.arguments.dropFirst())).rawValue)
