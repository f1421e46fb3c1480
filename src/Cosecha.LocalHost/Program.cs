using Cosecha.Functions;
using Cosecha.LocalHost;

return await FunctionsHost.RunAsync(args, typeof(Composition).Assembly.GetTypes(), builder => builder.AddCosecha());
