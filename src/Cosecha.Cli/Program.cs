using System.CommandLine;
using Cosecha.Cli;

var root = new RootCommand("Cosecha: turns consented chat messages into training data.") { AnonymizeCommand.Create() };
return await root.Parse(args).InvokeAsync();
