using Cosecha.LocalHost;
using SampleHost;

return await FunctionsHost.RunAsync(args, [typeof(SlowForward)], _ => { });
