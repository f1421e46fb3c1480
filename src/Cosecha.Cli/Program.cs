using System.CommandLine;
using Cosecha.Cli;

var root = new RootCommand("Cosecha: turns chatbot messages into lawful training data.")
{
    LabelCommand.Create(),
    CalibrateCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
