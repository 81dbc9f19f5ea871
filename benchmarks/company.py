"""A company for the benchmarks: a full profile, and answers to two thirds of the interview."""

from datetime import date

from retention_coach import CompanyFigures, Measure, Profile
from retention_coach.domain.profile import Account, Contact, Segment, TeamMember

PROFILE = Profile(
    company="Frío Litoral Servicios",
    services="Mantenimiento preventivo y reparación de cámaras frías, túneles de congelación y aire acondicionado.",
    main_benefit="La cadena de frío no se corta: un técnico en planta en menos de cuatro horas.",
    customer_profile="Empacadoras de camarón, distribuidoras de alimentos y supermercados pequeños de la Costa.",
    industry="mantenimiento industrial",
    canton="Guayaquil",
    customer_industries=("camarón", "distribución de alimentos", "supermercados"),
    customer_cantons=("Durán", "Machala", "Manta"),
    size="small",
    relationship_model="contract",
    inactivity_days=120,
    start_month="2027-01",
    team=(
        TeamMember(role="Gerente general", hours_per_month=12),
        TeamMember(role="Jefa de servicio", hours_per_month=40),
        TeamMember(role="Ejecutivo de cuenta", hours_per_month=60),
    ),
    budget_usd=4800,
    contacts=(
        Contact(id="P1", title="Ing.", name="Rocío Vera", role="Jefa de planta", account_id="C1"),
        Contact(id="P2", name="Julio Mieles", role="Gerente de operaciones", account_id="C2"),
    ),
    segments=(
        Segment(name="Empacadoras", customers=14, description="Contrato anual, equipos críticos todo el día."),
        Segment(name="Distribuidoras", customers=23, description="Visitas trimestrales."),
        Segment(name="Supermercados", customers=21, description="Llaman cuando algo falla."),
    ),
    accounts=(
        Account(
            id="C1",
            customer="Empacadora Bahía Azul",
            annual_revenue_usd=38000,
            renewal_date=date(2027, 3, 31),
            risk="high",
            segment="Empacadoras",
        ),
        Account(
            id="C2",
            customer="Distribuidora Montúfar",
            annual_revenue_usd=16500,
            renewal_date=date(2027, 5, 15),
            risk="medium",
            segment="Distribuidoras",
        ),
        Account(id="C3", customer="Mercados del Sur", annual_revenue_usd=9800, risk="low", segment="Supermercados"),
    ),
    figures=CompanyFigures(
        customers_start=Measure(value=62, cutoff=date(2026, 10, 31), origin="system"),
        customers_lost=Measure(value=9, cutoff=date(2026, 10, 31), origin="system"),
        customers_new=Measure(value=5, cutoff=date(2026, 10, 31), origin="system"),
        revenue_opening=Measure(value=412000, origin="system"),
        revenue_expansion=Measure(value=18500),
        revenue_contraction=Measure(value=12000),
        revenue_lost=Measure(value=47000),
        gross_margin=Measure(value=38),
        acquisition_cost=Measure(value=950),
        discount_rate=Measure(value=14),
        nps_promoters=Measure(value=12),
        nps_passives=Measure(value=9),
        nps_detractors=Measure(value=6),
        response_hours_median=Measure(value=5),
        response_hours_p90=Measure(value=26),
    ),
)

ANSWERS: dict[str, str] = {
    "Q1": "Nueve en el año. Cuatro por precio, tres porque el técnico llegó tarde en plena cosecha y dos cerraron.",
    "Q2": "Con talleres de dos personas que cobran por llamada y no firman contrato.",
    "Q3": "Las cinco empacadoras grandes son casi la mitad. Con Bahía Azul estamos fríos desde el daño de agosto.",
    "Q4": "Bahía Azul en marzo y Montúfar en mayo; la primera nos preocupa.",
    "Q5": "Si en cuatro meses no llama ni acepta una visita, lo damos por perdido.",
    "Q6": "Las quejas llegan al WhatsApp de la jefa de servicio. No hay registro; hoy serán unas siete abiertas.",
    "Q7": "Medio día, creemos. En la noche y los fines de semana, bastante más.",
    "Q8": "Se firma, se visita la planta y se deja un cronograma. Después nadie llama hasta la primera falla.",
    "Q9": "Nuestros meses altos son de diciembre a abril, con el calor; los de las empacadoras van con los aguajes.",
    "Q10": "A Bahía Azul: pidió cotización a otros dos y ya no contesta los informes.",
    "Q11": "Hay 31 mil dólares vencidos, casi todo de tres distribuidoras que dicen que a ellas tampoco les pagan.",
    "Q13": "Que el informe del técnico no se entiende y que cada vez va una persona distinta.",
    "Q16": "En Mercados del Sur evitamos perder una cámara llena antes de Navidad. Aceptarían que los nombremos.",
    "Q17": "Monitoreo de temperatura y repuestos; los compran por separado.",
    "Q18": "Porque conocemos sus equipos mejor que ellos mismos.",
    "Q19": "De los cinco nuevos, tres vinieron recomendados por jefes de planta que cambiaron de empresa.",
    "Q21": "La jefa de servicio y el ejecutivo, entre los dos unas 100 horas. Yo, pocas.",
    "Q25": "Que Bahía Azul renueve y que dejemos de enterarnos de las quejas por terceros.",
}
"""What the company says, by question; to the rest it does not know the answer."""
