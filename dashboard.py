"""The dashboard: its pages, their titles, and the language. Run it with: streamlit run dashboard.py"""

import streamlit as st

from pages.parts.frame import run_page, set_up

language = set_up()
say = language.say
page = st.navigation(
    {
        "": [
            st.Page("pages/overview.py", title=say("Overview"), default=True),
            st.Page("pages/funding.py", title=say("Funding")),
            st.Page("pages/lifted.py", title=say("Lifted")),
            st.Page("pages/rate.py", title=say("Poverty rate")),
            st.Page("pages/measures.py", title=say("Measures")),
            st.Page("pages/timeline.py", title=say("Timeline")),
            st.Page("pages/data.py", title=say("Data")),
            st.Page("pages/own.py", title=say("Own reports")),
            st.Page("pages/report.py", title=say("Report"), visibility="hidden"),
        ],
        say("Audit and method"): [
            st.Page("pages/audit.py", title=say("Audit")),
            st.Page("pages/coverage.py", title=say("Coverage")),
            st.Page("pages/method.py", title=say("Method")),
        ],
    },
    position="top",
)
run_page(page, language)
